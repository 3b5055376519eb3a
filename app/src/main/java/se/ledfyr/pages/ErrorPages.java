package se.ledfyr.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every failed request ends here. Nothing of the cause is shown, and what may not be seen looks like what is not
/// there.
@Controller
class ErrorPages implements ErrorController {

    @RequestMapping("/error")
    String failed(HttpServletRequest request, HttpServletResponse response) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (status < 500) {
            response.setStatus(status == 413 ? 413 : 404);
            // The page carries no address, not even when this one was asked for by its name.
            request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
            return "pages/not-here";
        }
        return "pages/failed";
    }
}

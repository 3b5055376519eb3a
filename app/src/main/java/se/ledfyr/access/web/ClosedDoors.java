package se.ledfyr.access.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import se.ledfyr.access.NotHere;

/// What does not exist, may not be seen, or was asked for in a way that nothing answers to: one page for all of it.
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ClosedDoors {

    @ExceptionHandler({
        NotHere.class,
        AccessDeniedException.class,
        NoResourceFoundException.class,
        NoHandlerFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        HttpMediaTypeException.class,
        HttpMessageNotReadableException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        TypeMismatchException.class
    })
    @ResponseStatus(HttpStatus.NOT_FOUND)
    String notHere(HttpServletRequest request) {
        // The page must not even carry the address that was asked for.
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, request.getRequestURI());
        return "pages/not-here";
    }
}

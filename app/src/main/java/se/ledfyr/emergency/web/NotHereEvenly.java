package se.ledfyr.emergency.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// What is not there is answered after the same time, whether it is hidden or does not exist.
///
/// For a row that is hidden PostgreSQL asks once who is sealed; where there is no row it need not. The answer
/// therefore waits for the next full step. The page is small enough to lie in the server's buffer until then.
@Component
class NotHereEvenly implements HandlerInterceptor, WebMvcConfigurer {

    private static final String BEGAN = NotHereEvenly.class.getName();
    private static final int NOT_FOUND = 404;

    private final EvenTime evenly;

    NotHereEvenly(EvenTime evenly) {
        this.evenly = evenly;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute(BEGAN, System.nanoTime());
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (response.getStatus() == NOT_FOUND && request.getAttribute(BEGAN) instanceof Long began) {
            request.removeAttribute(BEGAN);
            evenly.waitFrom(began, EvenTime.SHORT_STEP);
        }
    }
}

package se.ledfyr.pages;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Lets every form do its work once, however often it is sent: a double tap on a slow line in a forest must not
/// register two people.
///
/// Each form carries a random mark. The first time a mark is sent, the form does its work, and where that leads is
/// remembered; sent again, it only leads there. A form that came back with errors has done nothing and may be sent
/// again.
@Component
class SentOnce implements WebMvcConfigurer, HandlerInterceptor {

    static final String MARK = "once";

    private static final String OURS = SentOnce.class.getName();
    private static final int REMEMBERED = 10_000;
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final int LONGEST_MARK = 40;
    private static final int PATIENCE_SECONDS = 30;

    private final Cache<String, CompletableFuture<String>> sent = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(REMEMBERED_FOR)
            .build();

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        String key = key(request);
        if (key == null) {
            return true;
        }
        CompletableFuture<String> ours = new CompletableFuture<>();
        CompletableFuture<String> first = sent.asMap().putIfAbsent(key, ours);
        if (first == null) {
            request.setAttribute(OURS, key);
            return true;
        }
        String leadsTo = whereTheFirstLed(first);
        if (leadsTo == null) {
            return true;
        }
        response.sendRedirect(leadsTo);
        return false;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (!(request.getAttribute(OURS) instanceof String key)) {
            return;
        }
        request.removeAttribute(OURS);
        String location = response.getHeader("Location");
        CompletableFuture<String> ours = sent.getIfPresent(key);
        if (ours == null) {
            return;
        }
        if (location == null || failure != null) {
            sent.invalidate(key);
            ours.cancel(false);
        } else {
            ours.complete(location);
        }
    }

    /// @return null when the first one came to nothing, and this one is to be tried
    private static @Nullable String whereTheFirstLed(CompletableFuture<String> first) {
        try {
            return first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | java.util.concurrent.CancellationException cameToNothing) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /// Marks are good inside one session and for one address only. Files are left alone: taking one twice changes
    /// nothing anyway, and a mended file sent from the page one went back to is another file.
    private static @Nullable String key(HttpServletRequest request) {
        String kind = request.getContentType();
        if (kind != null && kind.startsWith("multipart/")) {
            return null;
        }
        HttpSession session = request.getSession(false);
        String mark = request.getMethod().equals("POST") ? request.getParameter(MARK) : null;
        return session == null || mark == null || mark.isEmpty() || mark.length() > LONGEST_MARK
                ? null
                : session.getId() + " " + request.getRequestURI() + " " + mark;
    }
}

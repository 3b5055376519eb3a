package se.ledfyr.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the [Page] of a request from what the modules offer.
@Component
class PageMaker {

    private final Languages languages;
    private final Surroundings surroundings;
    private final List<Room> rooms;

    PageMaker(Languages languages, Surroundings surroundings, List<Room> rooms) {
        this.languages = languages;
        this.surroundings = surroundings;
        this.rooms = rooms.stream().sorted(Comparator.comparingInt(Room::order)).toList();
    }

    Page make(HttpServletRequest request, @Nullable Object notice) {
        return new Page(
                languages.of(request),
                surroundings.visitor(),
                surroundings.demo(),
                path(request),
                rooms.stream().filter(Room::isOpen).toList(),
                notice instanceof String key ? key : null,
                csrf(request));
    }

    String language(HttpServletRequest request) {
        return languages.of(request).language().getLanguage();
    }

    private static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String ? "/" : request.getRequestURI();
    }

    private static Page.@Nullable Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Page.Csrf(
                        token.getParameterName(),
                        token.getToken(),
                        UUID.randomUUID().toString())
                : null;
    }
}

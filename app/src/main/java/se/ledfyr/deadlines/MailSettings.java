package se.ledfyr.deadlines;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// How letters leave the house: `LEDFYR_SMTP_HOST`, `_PORT`, `_TLS`, `_USER`, `_PASSWORD` and `_FROM`, and
/// `LEDFYR_PUBLIC_URL`, which links begin with.
///
/// Without a host no mail is sent. With a host, anything else that is missing or wrong stops the start: whoever wanted
/// mail must not find out later that there was none.
@Component
class MailSettings {

    /// How a connection is protected.
    enum Protection {
        /// Plain at first, and given up unless the server then speaks TLS.
        STARTTLS(587),
        /// TLS from the first byte.
        TLS(465),
        /// None; for a mail server on the same machine.
        NONE(25);

        private final int usualPort;

        Protection(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    private final String host;
    private final int port;
    private final Protection protection;
    private final String user;
    private final String password;
    private final String from;
    private final String link;

    MailSettings(Environment environment) {
        host = environment.getProperty("LEDFYR_SMTP_HOST", "").strip();
        protection = protection(environment.getProperty("LEDFYR_SMTP_TLS", "starttls"));
        port = port(environment.getProperty("LEDFYR_SMTP_PORT"), protection);
        user = environment.getProperty("LEDFYR_SMTP_USER", "");
        password = environment.getProperty("LEDFYR_SMTP_PASSWORD", "");
        from = environment.getProperty("LEDFYR_SMTP_FROM", "").strip();
        link = environment.getProperty("ledfyr.public-url", "").replaceAll("/+$", "");
        List<String> missing = missing();
        if (isComplete() && !missing.isEmpty()) {
            throw new IllegalArgumentException("LEDFYR_SMTP_HOST also needs " + String.join(" and ", missing));
        }
    }

    /// Whether letters can be sent.
    boolean isComplete() {
        return !host.isEmpty();
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    Protection protection() {
        return protection;
    }

    boolean signsIn() {
        return !user.isEmpty();
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    String from() {
        return from;
    }

    /// The whole address of a page, for a reader who is not here.
    String linkTo(String path) {
        return link + path;
    }

    /// What comes after the `@` in the identifiers of letters.
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!Letters.isAddress(from)) {
            missing.add("LEDFYR_SMTP_FROM, a mail address");
        }
        if (!link.startsWith("https://") && !link.startsWith("http://")) {
            missing.add("LEDFYR_PUBLIC_URL, which links in letters begin with");
        }
        return missing;
    }

    private static Protection protection(String text) {
        try {
            return Protection.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("LEDFYR_SMTP_TLS must be starttls, tls or none", unknown);
        }
    }

    private static int port(@Nullable String text, Protection protection) {
        if (text == null || text.isBlank()) {
            return protection.usualPort;
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("LEDFYR_SMTP_PORT must be a port number", notANumber);
        }
        throw new IllegalArgumentException("LEDFYR_SMTP_PORT must be a port number");
    }

    /// Without the password.
    @Override
    public String toString() {
        return isComplete() ? "mail through " + host + ":" + port : "no mail";
    }
}

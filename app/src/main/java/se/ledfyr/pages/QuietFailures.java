package se.ledfyr.pages;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// The outermost of all filters: no failure passes it with what it says.
///
/// The web server would write every failure into the log with its message, and messages of the server itself, the
/// database and libraries quote what somebody typed. What is written here is which failure and where in the code.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class QuietFailures extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(QuietFailures.class);
    private static final String OWN_CODE = "se.ledfyr.";
    private static final int MOST_CAUSES = 10;

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ClientAbortException | CloseNowException gone) {
            throw gone;
        } catch (IOException | ServletException | RuntimeException failure) {
            answer(failure, response);
        }
    }

    private static void answer(Exception failure, HttpServletResponse response) throws IOException {
        if (causes(failure).anyMatch(InvalidParameterException.class::isInstance)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        LOG.error("A request failed: {}", withoutWords(failure));
        if (response.isCommitted()) {
            // Half an answer must not look like a whole one: the connection is cut.
            throw new IllegalStateException("An answer broke off");
        }
        response.sendError(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }

    /// Which failures and where, without their messages.
    static String withoutWords(Throwable failure) {
        return causes(failure).map(QuietFailures::place).collect(Collectors.joining("; because of "));
    }

    private static String place(Throwable one) {
        StackTraceElement[] frames = one.getStackTrace();
        Stream<StackTraceElement> own = Arrays.stream(frames)
                .skip(1)
                .filter(frame -> frame.getClassName().startsWith(OWN_CODE) && frame.getLineNumber() > 0)
                .filter(frame -> !frame.getClassName().equals(QuietFailures.class.getName()));
        return one.getClass().getName()
                + Stream.concat(Arrays.stream(frames).limit(1), own)
                        .map(frame -> "\n\tat " + frame)
                        .collect(Collectors.joining());
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, one -> one != null, Throwable::getCause).limit(MOST_CAUSES);
    }
}

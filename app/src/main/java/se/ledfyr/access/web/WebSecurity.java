package se.ledfyr.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Door;

/// What every request passes before it reaches a page.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebSecurity {

    static final String SIGN_IN = "/sign-in";

    private static final String[] STATIC = {"/ledfyr.css", "/ledfyr.js", "/htmx.js", "/icon.svg"};
    private static final String[] OPEN_TO_ALL = {
        SIGN_IN,
        "/demo/sign-in",
        "/setup/*",
        "/invitation/*",
        "/language",
        "/health",
        "/calendar/*",
        "/offer",
        "/offer/*",
        "/offer/answer/*"
    };

    /// Forms that lose nothing when the session is over.
    private static final Set<String> NOTHING_TO_SAVE = Set.of(SIGN_IN, "/demo/sign-in", "/sign-out", "/language");

    private final PublicAddress address;

    WebSecurity(PublicAddress address) {
        this.address = address;
    }

    /// The stylesheet and scripts: the same for all, kept by browsers, without a session.
    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(HttpSecurity http) {
        return http.securityMatcher(STATIC)
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new HardHeaders(address.isTls(), true)))
                // Files carry no time of change, so that builds can be repeated; their content tells a new one.
                .addFilterAfter(new ShallowEtagHeaderFilter(), HeaderWriterFilter.class)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everythingElse(HttpSecurity http, Sessions sessions, Door door, Clock clock) {
        return http.authorizeHttpRequests(all -> all.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN_TO_ALL)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(headers -> headers.defaultsDisabled().addHeaderWriter(new HardHeaders(address.isTls(), false)))
                .csrf(csrf -> csrf.csrfTokenRepository(sessions.csrf()))
                .securityContext(context -> context.securityContextRepository(sessions.contexts()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> anonymous.principal("nobody"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(toSignIn()).accessDeniedHandler(signInOrNotHere()))
                .addFilterBefore(new ActingFilter(door, clock), CsrfFilter.class)
                .addFilterAfter(new KnownMethodsFilter(), AuthorizationFilter.class)
                .build();
    }

    /// Addresses that are written in a misleading way are refused; methods are looked at further in, so that a wrong
    /// one is answered with the same page as everything else.
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        // No keyboard writes it and no database keeps it; only somebody who tries what happens sends it.
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected() {
        HardHeaders headers = new HardHeaders(address.isTls(), false);
        return (request, response, rejection) -> {
            headers.writeHeaders(request, response);
            response.sendError(404);
        };
    }

    /// Behind a proxy that speaks TLS, the address and scheme that it passes on count, if it is on a private network.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> proxy() {
        return factory -> {
            if (address.isBehindProxy()) {
                RemoteIpValve valve = new RemoteIpValve();
                valve.setProtocolHeader("X-Forwarded-Proto");
                factory.addEngineValves(valve);
            }
        };
    }

    @Bean
    ServletContextInitializer sessionCookie() {
        return servlet -> {
            servlet.getSessionCookieConfig().setName(address.cookieName());
            servlet.getSessionCookieConfig().setSecure(address.isTls());
        };
    }

    /// Whoever has not signed in is sent to the sign-in page from every address, whether it exists or not.
    private static AuthenticationEntryPoint toSignIn() {
        return (request, response, refused) -> response.sendRedirect(SIGN_IN + wanted(request));
    }

    /// A form without its token comes from elsewhere or from a session that is over.
    private static AccessDeniedHandler signInOrNotHere() {
        return (request, response, refused) -> {
            if (Acting.ifBound().isPresent()) {
                response.sendError(404);
            } else {
                response.sendRedirect(SIGN_IN + (NOTHING_TO_SAVE.contains(request.getRequestURI()) ? "" : "?unsaved"));
            }
        };
    }

    /// Only the path: what was asked behind the question mark may be a search.
    private static String wanted(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean worthReturning = request.getMethod().equals("GET") && !path.equals("/");
        return worthReturning ? "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8) : "";
    }
}

package se.ledfyr.access.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Door;

/// What every request passes before it reaches a page.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class WebSecurity {

    static final String SIGN_IN = "/sign-in";

    private static final String[] STATIC = {"/ledfyr.css", "/ledfyr.js", "/htmx.js", "/icon.svg"};
    private static final String[] OPEN_TO_ALL = {
        SIGN_IN, "/demo/sign-in", "/setup/*", "/invitation/*", "/language", "/health"
    };
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), "
            + "display-capture=(), browsing-topics=(), interest-cohort=()";
    private static final Duration TWO_YEARS = Duration.ofDays(730);

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
                .headers(headers -> harden(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
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
                .headers(this::harden)
                .csrf(csrf -> csrf.csrfTokenRepository(sessions.csrf()))
                .securityContext(context -> context.securityContextRepository(sessions.contexts()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.IF_REQUIRED))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> anonymous.principal("nobody"))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(toSignIn()).accessDeniedHandler(signInOrNotHere()))
                .addFilterBefore(new ActingFilter(door, clock), CsrfFilter.class)
                .build();
    }

    /// Only the three methods that pages answer to; the others are refused before anything is looked up.
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHttpMethods(List.of("GET", "HEAD", "POST"));
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected() {
        return new HttpStatusRequestRejectedHandler(404);
    }

    @Bean
    ServletContextInitializer sessionCookie() {
        return servlet -> {
            servlet.getSessionCookieConfig().setName(address.cookieName());
            servlet.getSessionCookieConfig().setSecure(address.isTls());
        };
    }

    private HeadersConfigurer<HttpSecurity> harden(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NO_DEVICES))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny);
        return address.isTls()
                ? headers.httpStrictTransportSecurity(
                        hsts -> hsts.requestMatcher(AnyRequestMatcher.INSTANCE).maxAgeInSeconds(TWO_YEARS.toSeconds()))
                : headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
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
                response.sendRedirect(SIGN_IN);
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

package se.ledfyr.personas;

import com.microsoft.playwright.Page;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.ledfyr.access.web.TestSignIn;

/// Being a persona in a test.
///
/// MockMvc: `mvc.perform(get("/registrations").with(signedInAs(NORD_COORDINATOR)))`; a form also needs Spring
/// Security's `csrf()`. Browser: [#signIn] goes through the sign-in page with the persona's password.
public final class SigningIn {

    /// Every persona's password.
    public static final String PASSWORD = "en provperson loggar in";

    private SigningIn() {}

    public static RequestPostProcessor signedInAs(Personas persona) {
        return TestSignIn.as(persona.id(), persona.place().id());
    }

    /// Signs a browser in; afterwards it shows the start page.
    ///
    /// @param address the house, as `http://localhost:1234`
    public static void signIn(Page browser, String address, Personas persona) {
        signIn(browser, address, persona.login());
    }

    /// Likewise somebody else who has the password.
    public static void signIn(Page browser, String address, String login) {
        browser.navigate(address + "/sign-in");
        browser.locator("input[name=login]").fill(login);
        browser.locator("input[name=password]").fill(PASSWORD);
        browser.locator("form[action='/sign-in'] button").click();
        browser.waitForURL(address + "/");
    }
}

package se.ledfyr.installation;

import java.util.Objects;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.ledfyr.LedfyrApplication;

/// A second house beside the shared one, on an empty database of its own, for tests of beginnings. Close it after use.
public final class House {

    private House() {}

    /// @param database name of its database, which is made anew
    public static ConfigurableApplicationContext open(String database, boolean demo) {
        return open(TestInstallation.another(database, demo));
    }

    /// Opens a house on an installation that was opened before.
    public static ConfigurableApplicationContext open(Installation installation) {
        return new SpringApplicationBuilder(LedfyrApplication.class)
                .web(WebApplicationType.SERVLET)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(Installation.class, () -> installation, bean -> bean.setDestroyMethodName("")))
                .run("--server.port=0", "--house.personas=false");
    }

    public static int port(ConfigurableApplicationContext house) {
        WebServer server = Objects.requireNonNull(((ServletWebServerApplicationContext) house).getWebServer());
        return server.getPort();
    }
}

package se.ledfyr.console;

import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.ledfyr.installation.Installation;

/// The application put together on an installation, with or without a web server.
final class Workplace {

    private Workplace() {}

    /// The installation may still be on its way to its database. When it cannot get there, that is what is said, and
    /// not what missed it.
    static ConfigurableApplicationContext open(
            Installation installation, WebApplicationType web, Map<String, Object> properties) {
        try {
            return open(() -> installation, web, properties);
        } catch (RuntimeException missed) {
            installation.await();
            throw missed;
        }
    }

    /// Begins before the installation is there and waits for it where it is first needed.
    static ConfigurableApplicationContext open(
            Supplier<Installation> installation, WebApplicationType web, Map<String, Object> properties) {
        return new SpringApplicationBuilder(mainClass())
                .web(web)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(Installation.class, installation, bean -> bean.setDestroyMethodName("")))
                // As arguments: default properties would give way to those in application.yaml.
                .run(properties.entrySet().stream()
                        .map(one -> "--%s=%s".formatted(one.getKey(), one.getValue()))
                        .toArray(String[]::new));
    }

    /// By name: this module is below the application class and must not depend on it.
    private static Class<?> mainClass() {
        try {
            return Class.forName("se.ledfyr.LedfyrApplication");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}

package se.ledfyr.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import se.ledfyr.LedfyrApplication;
import se.ledfyr.installation.Installation;

/// An installation of invented people in a folder.
///
/// @param people how many are registered in it
record Installed(Path data, int people) {

    /// What is done with the application while it runs in this process, without its web server.
    interface Work {
        void with(ConfigurableApplicationContext house) throws Exception;
    }

    /// Registers the people, unless that was done before.
    void fill(Report report) throws Exception {
        if (Files.exists(data.resolve("postgres"))) {
            return;
        }
        Program.Ended filled =
                Program.call("generate", "--people", "" + people, "--seed", "1", "--data", data.toString());
        if (filled.status() != 0) {
            throw new IllegalStateException("filling failed");
        }
        report.add(
                "filling, people a second",
                Double.NaN,
                "",
                people / filled.seconds(),
                filled.heap().toString());
    }

    void inside(Work work) throws Exception {
        try (Installation installation = Installation.open(data, Map.of(), false);
                ConfigurableApplicationContext house = new SpringApplicationBuilder(LedfyrApplication.class)
                        .web(WebApplicationType.NONE)
                        .initializers(context -> ((GenericApplicationContext) context)
                                .registerBean(
                                        Installation.class, () -> installation, bean -> bean.setDestroyMethodName("")))
                        .run()) {
            work.with(house);
        }
    }
}

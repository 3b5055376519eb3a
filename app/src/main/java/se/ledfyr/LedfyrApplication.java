package se.ledfyr;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/// The national referral mechanism as one application; every folder beside this class is a module.
@Modulithic(systemName = "Ledfyr")
// Beans are called by their whole names: two modules may each have a part with the same one.
@SpringBootApplication(proxyBeanMethods = false, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class LedfyrApplication {

    /// Swedish local time decides which day and year a registration belongs to.
    public static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    public static void main(String[] arguments) {
        System.exit(se.ledfyr.console.Console.run(arguments));
    }

    @Bean
    static Clock clock() {
        return Clock.system(SWEDISH_TIME);
    }
}

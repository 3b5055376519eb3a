package se.ledfyr.personas;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/// Lets the personas in once the migrations have run.
@Component
class PersonasArrive implements ApplicationRunner {

    @Override
    public void run(ApplicationArguments arguments) {
        Personas.arrive();
    }
}

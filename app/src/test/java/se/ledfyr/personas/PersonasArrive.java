package se.ledfyr.personas;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/// Lets the personas in once the migrations have run.
@Component
@ConditionalOnBooleanProperty(name = "house.personas", matchIfMissing = true)
class PersonasArrive implements ApplicationRunner {

    @Override
    public void run(ApplicationArguments arguments) {
        Personas.arrive();
    }
}

package se.ledfyr;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import se.ledfyr.installation.TestInstallation;

/// The whole house on a real PostgreSQL, started once and shared by every test that carries this annotation. Tests add
/// what they need under organisations of their own or the shared [se.ledfyr.personas.Personas]; nothing is wiped
/// between.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = LedfyrApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestInstallation.class)
public @interface HouseTest {}

package se.ledfyr.console;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import se.ledfyr.access.FirstStart;
import se.ledfyr.installation.DataFolder;
import se.ledfyr.installation.Installation;
import se.ledfyr.installation.Purpose;
import se.ledfyr.installation.RunLock;

/// `ledfyr run`: the whole application for browsers, until it is told to stop.
@Command(name = "run", description = "Start Ledfyr and print its address.", mixinStandardHelpOptions = true)
class RunCommand implements Callable<Integer> {

    @Mixin
    private DataOption data = new DataOption();

    @Option(names = "--port", description = "Port to listen on (default: ${DEFAULT-VALUE}).", defaultValue = "8080")
    private int port;

    @Option(names = "--empty", description = "A real installation: no demo people, no personas on the sign-in page.")
    private boolean empty;

    @Override
    public Integer call() throws InterruptedException {
        Path folder = data.folder();
        RunLock lock = RunLock.take(DataFolder.at(folder)).orElse(null);
        if (lock == null) {
            System.err.println(
                    "ledfyr: another Ledfyr is running on " + folder + "; stop it, or give --data another folder");
            return 2;
        }
        Map<String, Object> tls = TlsFiles.properties(System.getenv());
        Map<String, Object> settings = new HashMap<>(tls);
        settings.put("server.port", port);
        // Only here: a command on the console must not deal with what is due, which another process is about to do.
        settings.put("ledfyr.clockwork", true);
        settings.putAll(Listening.properties(System.getenv(), !tls.isEmpty()));
        Optional<Boolean> demo = Purpose.settle(DataFolder.at(folder), !empty);
        if (demo.isEmpty()) {
            lock.close();
            System.err.println(
                    "ledfyr: " + folder + " holds a demo; give --data another folder for a real installation");
            return 2;
        }
        // What browsers send passes through files. Elsewhere on the machine they would outlive a server that dies.
        settings.put("server.tomcat.basedir", DataFolder.at(folder).emptyFolder("web"));
        // Waited for where it is first needed: the database and the application take seconds each.
        Installation installation = Installation.begin(folder, System.getenv(), demo.get());
        // Runs after the context and its pools are closed, so that nobody is cut off in the middle of a statement.
        SpringApplication.getShutdownHandlers().add(() -> {
            installation.close();
            lock.close();
        });
        ApplicationContext house = Workplace.open(installation, WebApplicationType.SERVLET, settings);
        String address = (tls.isEmpty() ? "http" : "https") + "://localhost:" + port;
        System.out.println("Ledfyr is ready: " + address);
        house.getBean(FirstStart.class)
                .path()
                .ifPresent(path -> System.out.println("Make the first administrator, once: " + address + path));
        new CountDownLatch(1).await();
        return 0;
    }
}

package se.ledfyr.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import se.ledfyr.installation.Installation;

/// An installation that nobody will miss: its folder is removed when it is closed, also after a failure and when the
/// command is interrupted. It never uses a database that the environment names.
final class ThrowAway implements AutoCloseable {

    private final Path folder;
    private final AtomicBoolean gone = new AtomicBoolean();
    private final CompletableFuture<Installation> installation;
    private @Nullable ConfigurableApplicationContext workplace;

    /// The database is made while the application starts: each takes a few seconds.
    private ThrowAway(Path folder) {
        this.folder = folder;
        this.installation = CompletableFuture.supplyAsync(() -> Installation.open(folder, Map.of(), false));
    }

    static ThrowAway open() {
        ThrowAway house = new ThrowAway(temporaryFolder());
        SpringApplication.getShutdownHandlers().add(house::close);
        try {
            house.workplace = Workplace.open(house.installation::join, WebApplicationType.NONE, Map.of());
            return house;
        } catch (RuntimeException | Error failed) {
            house.close();
            throw failed;
        }
    }

    ConfigurableApplicationContext workplace() {
        return java.util.Objects.requireNonNull(workplace);
    }

    @Override
    public void close() {
        if (!gone.compareAndSet(false, true)) {
            return;
        }
        try {
            if (workplace != null) {
                workplace.close();
            }
            // One that could not be opened has said so already.
            installation
                    .handle((opened, failure) -> opened)
                    .thenAccept(ThrowAway::close)
                    .join();
        } finally {
            remove(folder);
        }
    }

    private static void close(@Nullable Installation opened) {
        if (opened != null) {
            opened.close();
        }
    }

    /// Removes a folder and everything in it.
    static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                /// The database removes files of its own while it ends.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (failure instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw failure;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, @Nullable IOException failure) throws IOException {
                    Files.deleteIfExists(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ledfyr-tables");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package se.ledfyr.intake.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.installation.Installation;
import se.ledfyr.intake.FileIntake;
import se.ledfyr.intake.IntakeAnswer;

/// Uploads between being sent and being taken: under a random name in the data folder, readable by Ledfyr alone, gone
/// after use, after an hour or with the next start. A server that dies forgets the names, and the next clears the
/// folder.
@Component
class Uploads {

    private static final Duration KEPT_FOR = Duration.ofHours(1);
    private static final int MOST_KEPT = 200;
    private static final int NAME_BYTES = 16;

    private final FileIntake intake;
    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, KeptAnswer> kept = Caffeine.newBuilder()
            .expireAfterWrite(KEPT_FOR)
            .maximumSize(MOST_KEPT)
            .scheduler(Scheduler.systemScheduler())
            .executor(Runnable::run)
            .removalListener(Uploads::forget)
            .build();

    Uploads(FileIntake intake, Installation installation) {
        this.intake = intake;
        this.folder = installation.data().folder("uploads");
    }

    /// Checks and takes what was sent, and keeps the answer.
    ///
    /// @param year of the questionnaire, when the sender said so; null otherwise
    /// @return the name under which the sender finds the answer
    String take(InputStream content, @Nullable Integer year) throws IOException {
        String name = freshName();
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        boolean awaited = false;
        try {
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                content.transferTo(out);
            }
            IntakeAnswer answer = intake.take(file, false, year);
            awaited = answer.needsYes();
            kept.put(name, new KeptAnswer(Acting.current(), answer, awaited ? file : null, year));
            return name;
        } finally {
            if (!awaited) {
                Files.deleteIfExists(file);
            }
        }
    }

    /// @throws NotHere when nothing is kept under the name for the acting member
    KeptAnswer get(String name) {
        KeptAnswer found = kept.getIfPresent(name);
        if (found == null || !found.isFor(Acting.current())) {
            throw new NotHere();
        }
        return found;
    }

    /// Takes an upload whose corrections have been agreed to.
    ///
    /// @throws NotHere when no yes is awaited from the acting member under the name
    void agree(String name) throws IOException {
        KeptAnswer asked = get(name);
        Path file = asked.file();
        // Whoever removes the question answers it: a second click finds nothing.
        if (file == null
                || !kept.asMap()
                        .replace(name, asked, new KeptAnswer(asked.sender(), asked.answer(), null, asked.year()))) {
            throw new NotHere();
        }
        try {
            IntakeAnswer answer = intake.take(file, true, asked.year());
            kept.put(name, new KeptAnswer(asked.sender(), answer, null, asked.year()));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /// Only a server that starts clears the folder; a command beside a running one leaves its uploads alone.
    @EventListener(WebServerInitializedEvent.class)
    void clear() {
        try (Stream<Path> left = Files.list(folder)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void forget(@Nullable String name, @Nullable KeptAnswer answer, RemovalCause cause) {
        if (answer != null && answer.file() != null && cause.wasEvicted()) {
            try {
                Files.deleteIfExists(answer.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String freshName() {
        byte[] bytes = new byte[NAME_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

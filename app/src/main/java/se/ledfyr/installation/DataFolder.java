package se.ledfyr.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The one folder an installation keeps on disk: keys, passwords and, unless another server is used, the database.
/// Nobody but the account that runs Ledfyr can open it.
public final class DataFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /// Opens the folder, creating it where it is missing.
    ///
    /// @throws UncheckedIOException when it cannot be created or written
    public static DataFolder at(Path path) {
        try {
            Files.createDirectories(path, OWNER_ONLY_FOLDER);
            return new DataFolder(path.toRealPath());
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be used: " + path, e);
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /// A folder inside the data folder, created where it is missing.
    public Path folder(String name) {
        return at(path.resolve(name)).path();
    }

    /// A folder inside the data folder with nothing in it: what an earlier start left behind is gone.
    ///
    /// @throws UncheckedIOException when something in it cannot be removed
    public Path emptyFolder(String name) {
        Path folder = folder(name);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path left : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!left.equals(folder)) {
                    Files.delete(left);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("The folder cannot be emptied: " + folder, e);
        }
    }

    /// The content of a secret file.
    ///
    /// @throws IllegalStateException when others than the owner may read the file: then it is no secret
    public Optional<byte[]> secret(String name) {
        Path file = path.resolve(name);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (!Files.getPosixFilePermissions(file).equals(OWNER_ONLY)) {
                throw new IllegalStateException("%s must have mode 0600; others may have read it".formatted(name));
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes a new secret, readable by the owner alone and complete or absent, never half.
    public void keepSecret(String name, byte[] content) {
        Path whole = path.resolve(name);
        Path half = path.resolve(name + ".new");
        try {
            Files.deleteIfExists(half);
            Files.createFile(half, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            Files.write(half, content, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
            Files.move(half, whole, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

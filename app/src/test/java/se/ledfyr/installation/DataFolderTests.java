package se.ledfyr.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

    @TempDir
    private Path folder;

    @Test
    void whatAServerThatDiedLeftBehindIsRemoved() throws Exception {
        DataFolder data = DataFolder.at(folder.resolve("data"));
        Path left = Files.createDirectories(data.folder("web").resolve("work/ROOT"));
        Files.writeString(left.resolve("upload.tmp"), "somebody");
        Files.createSymbolicLink(left.resolve("elsewhere"), Files.createFile(folder.resolve("kept")));

        Path empty = data.emptyFolder("web");

        assertThat(empty).isEmptyDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(empty)))
                .isEqualTo("rwx------");
        assertThat(folder.resolve("kept")).exists();
    }
}

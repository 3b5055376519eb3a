package se.ledfyr.intake;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Gives the records of a file one after another, the header first, in memory that does not grow with the file.
interface RecordReader extends Closeable {

    /// @return null after the last record
    /// @throws FileRefused when the file cannot be read any further
    @Nullable
    RawRecord next() throws IOException;
}

package se.ledfyr.intake.web;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import se.ledfyr.access.Acting;
import se.ledfyr.intake.IntakeAnswer;

/// What became of an upload, kept for a while for the member who sent it.
///
/// @param file the upload itself, while a yes is awaited; null otherwise
/// @param year of the questionnaire, when the sender said so; null otherwise
record KeptAnswer(
        Acting sender,
        IntakeAnswer answer,
        @Nullable Path file,
        @Nullable Integer year) {

    /// Another member, another organisation, another answer: it is not there.
    boolean isFor(Acting reader) {
        return sender.organisation().equals(reader.organisation())
                && sender.member() != null
                && sender.member().equals(reader.member());
    }

    /// Who sent what stays out of logs.
    @Override
    public String toString() {
        return "KeptAnswer";
    }
}

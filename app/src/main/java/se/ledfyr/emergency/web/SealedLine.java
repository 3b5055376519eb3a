package se.ledfyr.emergency.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.ledfyr.emergency.Doubles;
import se.ledfyr.emergency.Seal;
import se.ledfyr.people.PersonName;

/// One case that is sealed to the reader.
///
/// @param path to the person's newest registration, or to the seal of somebody who has none
public record SealedLine(String path, @Nullable PersonName name, int insiders, List<Doubles.Double> doubles) {

    static SealedLine of(String path, @Nullable PersonName name, Optional<Seal> seal, List<Doubles.Double> doubles) {
        return new SealedLine(
                path, name, seal.map(found -> found.insiders().size()).orElse(0), doubles);
    }

    /// Names stay out of logs.
    @Override
    public String toString() {
        return "SealedLine";
    }
}

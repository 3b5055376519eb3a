package se.ledfyr.methods.printed;

import java.math.BigDecimal;
import java.util.List;

/// One number of a printed table.
///
/// @param codes one for each column in front of the unit
/// @param value what is printed; a blank cell stands for 0
public record PrintedCell(List<String> codes, String unit, BigDecimal value) {

    public PrintedCell {
        codes = List.copyOf(codes);
    }
}

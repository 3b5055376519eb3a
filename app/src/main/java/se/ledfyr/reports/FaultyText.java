package se.ledfyr.reports;

import java.util.List;

/// A text that cannot be kept as it is.
public class FaultyText extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<TextFault> sv;
    private final transient List<TextFault> en;

    FaultyText(List<TextFault> sv, List<TextFault> en) {
        super("%d faults".formatted(sv.size() + en.size()));
        this.sv = List.copyOf(sv);
        this.en = List.copyOf(en);
    }

    /// What is wrong with the Swedish text.
    public List<TextFault> sv() {
        return sv;
    }

    /// What is wrong with the English text.
    public List<TextFault> en() {
        return en;
    }
}

package se.ledfyr.budget.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.ledfyr.budget.Agreement;
import se.ledfyr.budget.Programme;
import se.ledfyr.budget.Ties;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;

/// Programmes, months, kinds of expense and organisations in the reader's words.
///
/// Public for the templates alone.
public final class Words {

    private static final String KINDS = "expense_kind";
    private static final int REFERENCE = 8;

    private final Texts texts;
    private final CodeBook codes;
    private final LocalDate today;
    private final Map<OrganisationId, String> organisations;

    Words(Texts texts, CodeBook codes, LocalDate today, Map<OrganisationId, String> organisations) {
        this.texts = texts;
        this.codes = codes;
        this.today = today;
        this.organisations = organisations;
    }

    public LocalDate today() {
        return today;
    }

    public String programme(Programme programme) {
        return texts.get("budget.programme." + programme);
    }

    /// Programme and year.
    public String name(Agreement agreement) {
        return programme(agreement.programme()) + " " + agreement.year();
    }

    public String organisation(OrganisationId id) {
        return organisations.getOrDefault(id, texts.get("budget.former"));
    }

    /// `oktober 2027`.
    public String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, texts.language()) + " " + month.getYear();
    }

    /// `31 augusti 2027`.
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", texts.language()).format(day);
    }

    /// Day and time, in Swedish local time.
    public String time(Instant at) {
        return texts.moment(at);
    }

    public String kind(String code) {
        return codes.label(KINDS, code, texts.language());
    }

    /// What an expense is for, without anybody's name.
    public String tie(Programme programme, Ties.Tie tie) {
        return texts.get(
                "budget.for." + programme + ".line",
                texts.date(tie.grantedOn()),
                tie.id().toString().substring(0, REFERENCE).toUpperCase(Locale.ROOT));
    }

    /// The page of what an expense is for.
    public String address(Programme programme, Ties.Tie tie) {
        return switch (programme) {
            case NSP -> "/support/grants/" + tie.id();
            case AMP -> "/returns/" + tie.id();
        };
    }

    boolean isKind(String code) {
        return codes.isValid(KINDS, code, today);
    }

    /// The kinds of expense that a programme can have.
    public List<Option> kinds(Programme programme, String chosen) {
        return codes.list(KINDS, today).stream()
                .filter(code -> code.parent() == null
                        || code.parent().isEmpty()
                        || code.parent().equalsIgnoreCase(programme.name()))
                .map(code -> new Option(
                        code.code(), code.label(texts.language()), code.code().equals(chosen)))
                .toList();
    }

    /// How it ended for somebody in a programme.
    public String outcome(Programme programme, String code) {
        String list = switch (programme) {
            case NSP -> "nsp_outcome";
            case AMP -> "return_outcome";
        };
        return code.isEmpty() ? texts.get("budget.outcomes.open") : codes.label(list, code, texts.language());
    }

    /// A decimal number as the language writes it, with one decimal.
    public String decimal(double number) {
        return String.format(texts.language(), "%.1f", number);
    }

    Locale language() {
        return texts.language();
    }
}

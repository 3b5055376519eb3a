package se.ledfyr.justice.web;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.justice.Crime;
import se.ledfyr.methods.wages.Pay;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.pages.Option;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.PersonName;

/// Codes, amounts and hours in the reader's words, and what can be chosen in forms.
///
/// Public for the templates alone.
public final class Words {

    private static final String CRIME_CODE = "crime_code";
    private static final String CLASSES = "crime_classification";

    private final Texts texts;
    private final CodeBook codes;
    private final LocalDate today;
    private final Map<MemberId, String> members;

    Words(Texts texts, CodeBook codes, LocalDate today, Map<MemberId, String> members) {
        this.texts = texts;
        this.codes = codes;
        this.today = today;
        this.members = Map.copyOf(members);
    }

    public LocalDate today() {
        return today;
    }

    /// What to print for a code, whether or not it is still valid.
    public String label(String list, @Nullable String code) {
        return code == null ? "\u2013" : codes.label(list, code, language());
    }

    /// A crime with its code, where that is known.
    public String crime(Crime crime) {
        return crime.braCode() == null
                ? label(CLASSES, crime.crime())
                : crime.braCode() + " " + label(CRIME_CODE, crime.braCode());
    }

    /// Who wrote something.
    public String member(@Nullable MemberId id) {
        return id == null ? texts.get("justice.by-nobody") : members.getOrDefault(id, texts.get("justice.by-former"));
    }

    /// A name as a list may show it.
    public String name(@Nullable PersonName name) {
        return name != null && name.masked()
                ? texts.get("justice.masked-name")
                : name == null || name.text() == null ? texts.get("justice.no-name") : name.text();
    }

    /// Whole öre as kronor and öre, with the unit.
    public String money(long ore) {
        return texts.get("justice.kronor", decimal(ore));
    }

    /// Hundredths as a percentage with at most two decimals.
    public String percent(int hundredths) {
        return texts.get(
                "justice.percent", plain(BigDecimal.valueOf(hundredths, 2).stripTrailingZeros()));
    }

    /// Minutes as hours and minutes.
    public String hours(long minutes) {
        return texts.get("justice.hours", texts.number(minutes / 60), "%02d".formatted(minutes % 60));
    }

    /// What an hour is paid with.
    public String pay(Pay pay) {
        return switch (pay) {
            case Pay.PerHour hour -> texts.get("justice.per-hour", decimal(hour.ore()));
            case Pay.OfOrdinary part -> texts.get("justice.of-ordinary", percent(part.hundredths()));
        };
    }

    /// The codes of a list today as options.
    public List<Option> of(String list, @Nullable String chosen) {
        return codes.list(list, today).stream()
                .map(code -> new Option(
                        code.code(), code.label(language()), code.code().equals(chosen)))
                .toList();
    }

    /// The same without some codes.
    public List<Option> without(String list, @Nullable String chosen, String left) {
        return of(list, chosen).stream()
                .filter(option -> !option.value().equals(left))
                .toList();
    }

    /// The outcomes, each with the status it goes with.
    public List<Option> outcomes(@Nullable String chosen) {
        return codes.list("legal_outcome", today).stream()
                .map(code -> new Option(
                        code.code(),
                        code.label(language()) + " (" + label("legal_status", code.parent()) + ")",
                        code.code().equals(chosen)))
                .toList();
    }

    /// What a report of a day can be about: the classes, and the codes that were valid on that day,
    /// under their class.
    public List<Option> crimes(LocalDate day, List<String> chosen) {
        return codes.list(CLASSES, day).stream()
                .flatMap(one -> Stream.concat(
                        codes.list(CRIME_CODE, day).stream()
                                .filter(code -> one.code().equals(code.parent()))
                                .map(code -> crime(one.code() + ":" + code.code(), coded(code), chosen)),
                        Stream.of(crime(one.code(), texts.get("justice.without-code", one.label(language())), chosen))))
                .toList();
    }

    /// Whether any code that can be chosen for a day comes from a source that nobody has checked.
    public boolean unverified(LocalDate day) {
        return codes.list(CRIME_CODE, day).stream().anyMatch(Code::unverified);
    }

    boolean isCode(String list, String code) {
        return codes.isValid(list, code, today);
    }

    boolean isCode(String list, String code, LocalDate day) {
        return codes.isValid(list, code, day);
    }

    /// Whether an outcome goes with a status.
    boolean fits(String outcome, String status) {
        return codes.find("legal_outcome", outcome, today)
                .map(Code::parent)
                .filter(status::equals)
                .isPresent();
    }

    private String coded(Code code) {
        return code.code() + " " + code.label(language());
    }

    private static Option crime(String value, String label, List<String> chosen) {
        return new Option(value, label, chosen.contains(value));
    }

    private String decimal(long ore) {
        DecimalFormat format = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(language()));
        return format.format(BigDecimal.valueOf(ore, 2));
    }

    private String plain(BigDecimal number) {
        char point = DecimalFormatSymbols.getInstance(language()).getDecimalSeparator();
        return number.toPlainString().replace('.', point);
    }

    private Locale language() {
        return texts.language();
    }
}

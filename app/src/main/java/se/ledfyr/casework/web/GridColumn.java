package se.ledfyr.casework.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns in which people are written down, in the order in which they stand beside one another.
///
/// Public for the templates alone.
public enum GridColumn {
    NAME(200, "name, namn, full name, fullständigt namn"),
    BIRTH_YEAR(4, "birth_year, födelseår, born, född, year of birth, birth year"),
    AGE_GROUP(30, "age_group, åldersgrupp, ålder, age, age group"),
    SEX(30, "sex, kön, gender"),
    CITIZENSHIP(60, "citizenship, medborgarskap, nationality, nationalitet, land, country"),
    FORMS(200, "forms, former, form, exploateringsform, utnyttjande, exploitation, forms of exploitation"),
    CHILDREN(2, "children, barn, children_accompanying, medföljande barn, accompanying children"),
    RETURN_PROGRAMME(10, "amp, amp_requested, return programme, återvändandeprogram, återvändande, return"),
    REFLECTION(10, "reflection, reflection_requested, betänketid, reflexion, reflection period"),
    PROTECTION(40, "protection, skydd, skyddad identitet, protected, protected identity, skyddad");

    private final int most;
    private final List<String> heads;

    GridColumn(int most, String heads) {
        this.most = most;
        this.heads = Arrays.stream(heads.split(",")).map(CellWords::plain).toList();
    }

    /// Name of the field in the form, after the number of its row.
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// How many characters fit.
    public int most() {
        return most;
    }

    /// Key of the column's heading.
    public String key() {
        return "casework.event.column." + field();
    }

    /// Id of the list of words to suggest while writing; null where there is none.
    public @Nullable String suggestions() {
        return switch (this) {
            case SEX -> "sexes";
            case AGE_GROUP -> "ages";
            case CITIZENSHIP -> "countries";
            case FORMS -> "exploitation";
            case PROTECTION -> "protections";
            case NAME, BIRTH_YEAR, CHILDREN, RETURN_PROGRAMME, REFLECTION -> null;
        };
    }

    public boolean isNumber() {
        return this == BIRTH_YEAR || this == CHILDREN;
    }

    /// How many characters a cell shows at once.
    public int width() {
        return switch (this) {
            case NAME -> 20;
            case FORMS -> 14;
            case CITIZENSHIP, PROTECTION -> 12;
            case AGE_GROUP, SEX -> 8;
            case BIRTH_YEAR, CHILDREN, RETURN_PROGRAMME, REFLECTION -> 4;
        };
    }

    /// Whether a narrow cell is wide enough.
    public boolean isShort() {
        return width() < 10;
    }

    /// Whether a lone quotation mark in it means the same as above. Nobody has the name of the one above.
    boolean mayRepeat() {
        return this != NAME;
    }

    /// The column under a heading in somebody's own spreadsheet, in either language.
    static Optional<GridColumn> under(String head) {
        String plain = CellWords.plain(head);
        return Arrays.stream(values())
                .filter(column -> column.heads.contains(plain))
                .findFirst();
    }
}

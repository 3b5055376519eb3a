package se.ledfyr.statistics;

import java.util.Arrays;
import java.util.Locale;
import org.jooq.Field;
import org.jooq.Table;
import se.ledfyr.budget.views.tables.CountedFunding;
import se.ledfyr.casework.views.tables.CountedRegistration;
import se.ledfyr.consent.views.tables.CountedConsultation;
import se.ledfyr.consent.views.tables.CountedNotice;
import se.ledfyr.justice.views.tables.CountedRight;
import se.ledfyr.needs.views.tables.CountedMeasure;
import se.ledfyr.needs.views.tables.CountedNeed;
import se.ledfyr.needs.views.tables.CountedNeedSpread;
import se.ledfyr.needs.views.tables.CountedPerson;
import se.ledfyr.permits.views.tables.CountedApplication;
import se.ledfyr.permits.views.tables.CountedFollowed;
import se.ledfyr.permits.views.tables.CountedNotApplied;
import se.ledfyr.permits.views.tables.CountedReflectionPeriod;
import se.ledfyr.programmes.views.tables.CountedAmpGrant;
import se.ledfyr.programmes.views.tables.CountedNspGrant;
import se.ledfyr.surveys.views.tables.CountedAnswer;
import se.ledfyr.surveys.views.tables.CountedContact;
import se.ledfyr.surveys.views.tables.CountedOrigin;
import se.ledfyr.surveys.views.tables.CountedReason;
import se.ledfyr.surveys.views.tables.CountedStart;

/// A published view that tables may count: one row is one thing in one year, a person, a need, a
/// measure.
///
/// A declaration can name a source and its columns only by what stands here, so nothing a declaration
/// says becomes SQL. The view has the columns `year`, and `region` where figures can be asked for by
/// region.
public enum Source {
    REGISTRATIONS("coordinator_registrations", CountedRegistration.COUNTED_REGISTRATION),
    AMP_GRANTS("amp_grants", CountedAmpGrant.COUNTED_AMP_GRANT),
    NSP_GRANTS("nsp_grants", CountedNspGrant.COUNTED_NSP_GRANT),
    REFLECTION_PERIODS("reflection_periods", CountedReflectionPeriod.COUNTED_REFLECTION_PERIOD),
    REFLECTION_APPLICATIONS("reflection_work", CountedApplication.COUNTED_APPLICATION),
    REFLECTION_FOLLOWED("reflection_work", CountedFollowed.COUNTED_FOLLOWED),
    REFLECTION_NONE("reflection_work", CountedNotApplied.COUNTED_NOT_APPLIED),
    NEEDS("needs", CountedNeed.COUNTED_NEED),
    NEEDS_SPREAD("needs", CountedNeedSpread.COUNTED_NEED_SPREAD),
    MEASURES("measures", CountedMeasure.COUNTED_MEASURE),
    FUNDING("programme_funding", CountedFunding.COUNTED_FUNDING),
    PEOPLE_IN_CASES("people_in_cases", CountedPerson.COUNTED_PERSON),
    CONSULTATIONS("consultations", CountedConsultation.COUNTED_CONSULTATION),
    NOTICES("notices", CountedNotice.COUNTED_NOTICE),
    LEGAL_PROCESS("legal_process", se.ledfyr.justice.views.tables.CountedPerson.COUNTED_PERSON),
    LEGAL_RIGHTS("legal_rights", CountedRight.COUNTED_RIGHT),
    CIVIL_ADULTS("civil_adults", CountedContact.COUNTED_CONTACT),
    CIVIL_CHILDREN("civil_children", CountedContact.COUNTED_CONTACT),
    CIVIL("civil", CountedContact.COUNTED_CONTACT),
    CIVIL_NEEDS("civil", se.ledfyr.surveys.views.tables.CountedNeed.COUNTED_NEED),
    CIVIL_STARTS("civil_adults", CountedStart.COUNTED_START),
    CIVIL_ORIGINS("civil_adults", CountedOrigin.COUNTED_ORIGIN),
    CIVIL_REASONS("civil", CountedReason.COUNTED_REASON),
    CIVIL_ANSWERS("civil_answers", CountedAnswer.COUNTED_ANSWER);

    private static final String SURVEYS = "surveys_api.";

    private final String kind;
    private final Table<?> view;

    Source(String kind, Table<?> view) {
        this.kind = kind;
        this.view = view;
    }

    /// The kind of record that the rows are, by the name of its files where there are such.
    public String kind() {
        return kind;
    }

    /// Whether the rows are answers to questionnaires, whose questions change from year to year.
    boolean isSurvey() {
        return from().replace("\"", "").startsWith(SURVEYS);
    }

    /// @throws IllegalArgumentException for a name that is no source
    static Source of(String name) {
        return Arrays.stream(values())
                .filter(source -> source.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown source " + name));
    }

    /// Advice and noes have no person behind them that anybody could tell from another: they are
    /// counted in units of their own, and nothing else is counted in those.
    ///
    /// @throws IllegalArgumentException for a unit that would make persons of them
    void requireUnit(Unit unit) {
        boolean fits = switch (this) {
            case CONSULTATIONS -> unit == Unit.CONSULTATIONS;
            case NOTICES -> unit == Unit.NOTICES;
            case FUNDING -> unit == Unit.SEK;
            case REGISTRATIONS,
                    AMP_GRANTS,
                    NSP_GRANTS,
                    REFLECTION_PERIODS,
                    REFLECTION_APPLICATIONS,
                    REFLECTION_FOLLOWED,
                    REFLECTION_NONE,
                    NEEDS,
                    NEEDS_SPREAD,
                    MEASURES,
                    PEOPLE_IN_CASES,
                    LEGAL_PROCESS,
                    LEGAL_RIGHTS,
                    CIVIL_ADULTS,
                    CIVIL_CHILDREN,
                    CIVIL,
                    CIVIL_NEEDS,
                    CIVIL_STARTS,
                    CIVIL_ORIGINS,
                    CIVIL_REASONS,
                    CIVIL_ANSWERS -> unit != Unit.CONSULTATIONS && unit != Unit.NOTICES;
        };
        if (!fits) {
            throw new IllegalArgumentException("%s are not counted in %s".formatted(kind, unit.code()));
        }
    }

    String from() {
        return view.getSchema() + "." + view.getName();
    }

    boolean has(String column) {
        return view.field(column) != null;
    }

    /// @throws IllegalArgumentException for a name that is no column of the view
    Class<?> typeOf(String column) {
        Field<?> field = view.field(column);
        if (field == null) {
            throw new IllegalArgumentException("unknown column " + column + "; known: "
                    + Arrays.stream(view.fields()).map(Field::getName).toList());
        }
        return field.getType();
    }
}

package se.ledfyr.reports;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.NotHere;
import se.ledfyr.access.Right;
import se.ledfyr.audit.Action;
import se.ledfyr.audit.AuditLog;
import se.ledfyr.audit.Subject;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.surveys.OwnWays;
import se.ledfyr.surveys.SurveyYears;

/// The texts of the report: as they are delivered, or as the platform wrote them last, with
/// everything they said before.
@Service
@Transactional
public class ReportTexts {

    /// Characters of a text, at most.
    public static final int LONGEST = 8_000;

    private final Plans plans;
    private final TextRows rows;
    private final Organisations organisations;
    private final SurveyYears years;
    private final AuditLog audit;
    private final Clock clock;

    ReportTexts(
            Plans plans, TextRows rows, Organisations organisations, SurveyYears years, AuditLog audit, Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.organisations = organisations;
        this.years = years;
        this.audit = audit;
        this.clock = clock;
    }

    /// Every text of the report as it stands, by slot.
    Map<String, TextVersion> current(int year) {
        Map<String, TextVersion> written =
                new HashMap<>(platform().map(of -> rows.last(place(of, year))).orElse(Map.of()));
        Map<String, TextVersion> current = new HashMap<>();
        for (Part.Text text : plans.plan().texts()) {
            TextVersion last = written.get(text.id());
            current.put(text.id(), last == null ? delivered(text) : asDelivered(text, last));
        }
        return current;
    }

    /// A text as it stands, for whoever may change it.
    ///
    /// @throws NotHere when there is no such text, year or right
    public TextVersion get(int year, String slot) {
        return list(year, slot).getFirst();
    }

    /// Everything a text has said, the newest first and what was delivered last.
    ///
    /// @throws NotHere when there is no such text, year or right
    public List<TextVersion> list(int year, String slot) {
        requireReader();
        Part.Text text = text(year, slot);
        List<TextVersion> written =
                platform().map(of -> rows.list(place(of, year), slot)).orElse(List.of());
        return Stream.concat(written.stream().map(version -> asDelivered(text, version)), Stream.of(delivered(text)))
                .toList();
    }

    /// What of a text looks like a count and is bound to nothing.
    public List<TextFault> check(int year, String words) {
        Wording wording = Wording.read(words, plans.bindings(year), year);
        return wording.bare();
    }

    /// Writes a text anew; empty in both languages leaves it out of the report.
    ///
    /// @param basedOn the version that was read
    /// @throws FaultyText when a place names no cell or several, or one language is missing
    /// @throws MeanwhileWritten when it is not the last version any more
    public void write(int year, String slot, int basedOn, String sv, String en) {
        Acting.require(Right.COMPILE_CONTACTS);
        text(year, slot);
        String swedish = sv.strip();
        String english = en.strip();
        requireRight(year, swedish, english);
        add(year, slot, new TextVersion(basedOn + 1, swedish, english, null, null, null));
    }

    /// Makes an earlier version the one that counts. It becomes a new version; what stood last is
    /// not lost.
    ///
    /// @param basedOn the version that was read as the last
    /// @param to 0 for what was delivered
    /// @throws NotHere when there is no such version
    /// @throws MeanwhileWritten when it is not the last version any more
    public void goBack(int year, String slot, int basedOn, int to) {
        Acting.require(Right.COMPILE_CONTACTS);
        TextVersion earlier = list(year, slot).stream()
                .filter(version -> version.version() == to && to < basedOn)
                .findFirst()
                .orElseThrow(NotHere::new);
        add(year, slot, new TextVersion(basedOn + 1, earlier.sv(), earlier.en(), to, null, null));
    }

    private void add(int year, String slot, TextVersion version) {
        MemberId member = Acting.current().member();
        if (member == null) {
            throw new NotHere();
        }
        TextRows.Place place = place(Acting.current().organisation(), year);
        int last = rows.list(place, slot).stream()
                .findFirst()
                .map(TextVersion::version)
                .orElse(0);
        if (version.version() != last + 1 || !rows.add(place, slot, version, clock.instant(), member)) {
            throw new MeanwhileWritten();
        }
        audit.note(Action.REPORT_WRITTEN, Subject.TABLE, List.of(), null, Plans.CIVIL + " " + year + " " + slot);
    }

    /// @throws FaultyText when a place names no cell or several, or one language is missing
    public void requireRight(int year, String sv, String en) {
        List<TextFault> swedish = faults(year, sv.strip(), en.strip());
        List<TextFault> english = faults(year, en.strip(), sv.strip());
        if (!swedish.isEmpty() || !english.isEmpty()) {
            throw new FaultyText(swedish, english);
        }
    }

    private List<TextFault> faults(int year, String words, String other) {
        if (words.isEmpty() && !other.isEmpty()) {
            return List.of(new TextFault(1, "", "reports.fault.language", List.of()));
        }
        if (words.length() > LONGEST) {
            return List.of(new TextFault(1, "", "reports.fault.long", List.of(LONGEST)));
        }
        if (OwnWays.looksLikeANumber(words)) {
            return List.of(new TextFault(1, "", "reports.fault.personal-number", List.of()));
        }
        return Wording.read(words, plans.bindings(year), year).faults();
    }

    private Part.Text text(int year, String slot) {
        if (!years.list().contains(year)) {
            throw new NotHere();
        }
        return plans.plan().findText(slot).orElseThrow(NotHere::new);
    }

    static void requireReader() {
        boolean national = Acting.ifBound()
                .filter(acting -> acting.may(Right.READ_NATIONAL_FACTS))
                .isPresent();
        if (!national) {
            Acting.require(Right.COMPILE_CONTACTS);
        }
    }

    /// The own organisation for the platform, and the platform for everybody else who reads.
    private Optional<OrganisationId> platform() {
        return Acting.current().may(Right.COMPILE_CONTACTS)
                ? Optional.of(Acting.current().organisation())
                : organisations.list().stream()
                        .filter(one -> one.kind() == OrganisationKind.CIVIL_PLATFORM)
                        .findFirst()
                        .map(Organisation::id);
    }

    private static TextRows.Place place(OrganisationId platform, int year) {
        return new TextRows.Place(platform, Plans.CIVIL, year);
    }

    private static TextVersion delivered(Part.Text text) {
        return new TextVersion(0, text.delivered().sv(), text.delivered().en(), null, null, null);
    }

    /// Who has gone back to what was delivered gets what is delivered now.
    private static TextVersion asDelivered(Part.Text text, TextVersion version) {
        return version.isChanged()
                ? version
                : new TextVersion(
                        version.version(),
                        text.delivered().sv(),
                        text.delivered().en(),
                        version.returnedTo(),
                        version.at(),
                        version.by());
    }
}

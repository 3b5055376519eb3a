package se.ledfyr.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.ledfyr.codes.Code;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.codes.Codes;
import se.ledfyr.consent.Consent;
import se.ledfyr.consent.ConsentTerms;
import se.ledfyr.consent.ShareLine;
import se.ledfyr.organisations.Organisation;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.Organisations;
import se.ledfyr.pages.Texts;
import se.ledfyr.people.FieldGroup;

/// The ledger in words.
@Component
class LedgerWords {

    private static final ZoneId SWEDISH_TIME = ZoneId.of("Europe/Stockholm");

    private final Codes codes;
    private final Organisations organisations;
    private final Clock clock;

    LedgerWords(Codes codes, Organisations organisations, Clock clock) {
        this.codes = codes;
        this.organisations = organisations;
        this.clock = clock;
    }

    List<ConsentLine> consents(List<Consent> consents, Texts texts) {
        Map<OrganisationId, String> names = new LinkedHashMap<>();
        return consents.stream().map(one -> line(one, texts, names)).toList();
    }

    ConsentLine consent(Consent consent, Texts texts) {
        return line(consent, texts, new LinkedHashMap<>());
    }

    List<SharedLine> shares(List<ShareLine> shares, Texts texts) {
        Map<OrganisationId, String> names = new LinkedHashMap<>();
        return shares.stream().map(one -> line(one, texts, names)).toList();
    }

    private ConsentLine line(Consent consent, Texts texts, Map<OrganisationId, String> names) {
        CodeBook book = codes.book();
        ConsentTerms terms = consent.terms();
        Consent.State state = consent.stateOn(LocalDate.ofInstant(clock.instant(), SWEDISH_TIME));
        return new ConsentLine(
                consent.id().value().toString(),
                book.label("share_purpose", terms.purpose(), texts.language()),
                terms.receivers().stream().map(one -> name(one, names)).collect(Collectors.joining(", ")),
                groups(terms.groups(), texts),
                terms.from().toString(),
                terms.until() == null
                        ? texts.get("consent.until-withdrawn")
                        : terms.until().toString(),
                state,
                state == Consent.State.LIVE ? "tag final" : "tag",
                List.of(
                        new ConsentLine.Fact(
                                "consent.given_by", book.label("consent_given_by", terms.givenBy(), texts.language())),
                        new ConsentLine.Fact(
                                "consent.given_how",
                                book.label("consent_given_how", terms.givenHow(), texts.language())),
                        new ConsentLine.Fact(
                                "consent.language", book.label("language", terms.language(), texts.language())),
                        new ConsentLine.Fact(
                                "consent.interpreter",
                                book.label("interpreter", terms.interpreter(), texts.language())),
                        new ConsentLine.Fact("consent.witness", terms.witness() == null ? "–" : terms.witness()),
                        new ConsentLine.Fact("consent.recorded", texts.moment(consent.recordedAt()))),
                consent.withdrawnAt() == null ? "" : texts.moment(consent.withdrawnAt()));
    }

    private SharedLine line(ShareLine share, Texts texts, Map<OrganisationId, String> names) {
        CodeBook book = codes.book();
        boolean open = share.fate().adoptedAt() == null && share.fate().closedAt() == null;
        return new SharedLine(
                share.parcel().value().toString(),
                texts.moment(share.sharedAt()),
                name(share.receiver(), names),
                book.label("share_purpose", share.purpose(), texts.language()),
                groups(share.groups(), texts),
                basis(share, texts),
                share.reason() == null ? "" : share.reason(),
                fate(share, texts),
                open,
                share.overridden());
    }

    private String basis(ShareLine share, Texts texts) {
        if (share.consent() != null) {
            return texts.get("consent.basis.consent");
        }
        if (share.overridden()) {
            return texts.get("consent.basis.override");
        }
        String ground = String.valueOf(share.ground());
        LocalDate day = LocalDate.ofInstant(share.sharedAt(), SWEDISH_TIME);
        return codes.book()
                .find("lawful_ground", ground, day)
                .map(code -> ground(code, texts))
                .orElse(ground);
    }

    /// The ground with its law and section, and that nobody has checked it where that is so.
    String ground(Code code, Texts texts) {
        String law = code.parent() == null ? "" : codes.book().label("law", code.parent(), texts.language());
        String section = code.reference() == null ? "" : ", " + code.reference();
        String doubt = code.unverified() ? " " + texts.get("consent.ground.unverified") : "";
        return code.label(texts.language()) + " (" + law + section + ")" + doubt;
    }

    private static String fate(ShareLine share, Texts texts) {
        if (share.fate().adoptedAt() != null) {
            return texts.get("consent.fate.adopted", texts.moment(share.fate().adoptedAt()));
        }
        String read = share.fate().openedAt() == null
                ? texts.get("consent.fate.unread")
                : texts.get("consent.fate.read", texts.moment(share.fate().openedAt()));
        return share.fate().closedAt() == null
                ? read
                : read + " "
                        + texts.get(
                                "consent.fate.closed", texts.moment(share.fate().closedAt()));
    }

    private String groups(Collection<FieldGroup> groups, Texts texts) {
        return groups.stream()
                .sorted()
                .map(group -> codes.book().label("field_group", group.code(), texts.language()))
                .map(label -> label.replaceFirst(" \\(.*", ""))
                .collect(Collectors.joining(", "));
    }

    private String name(OrganisationId id, Map<OrganisationId, String> names) {
        return names.computeIfAbsent(
                id, one -> organisations.find(one).map(Organisation::name).orElse("–"));
    }
}

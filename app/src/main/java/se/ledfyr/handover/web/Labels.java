package se.ledfyr.handover.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.ledfyr.codes.CodeBook;
import se.ledfyr.deadlines.DueTime;
import se.ledfyr.handover.Matter;
import se.ledfyr.handover.Offer;
import se.ledfyr.handover.OfferState;
import se.ledfyr.organisations.MemberId;
import se.ledfyr.organisations.OrganisationId;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.pages.Texts;

/// Words for what stands in an offer, in the reader's language. Public for the templates alone.
///
/// @param organisations names of all that take part
/// @param colleagues names in the reader's own organisation; nobody is named to another one
/// @param self the reader's own organisation
public record Labels(
        CodeBook codes,
        Texts texts,
        Map<OrganisationId, String> organisations,
        Map<MemberId, String> colleagues,
        OrganisationId self) {

    private static final Map<String, String> LIST_OF = Map.ofEntries(
            Map.entry("sex", "sex"),
            Map.entry("age_group", "age_group"),
            Map.entry("citizenship", "country"),
            Map.entry("forms", "exploitation_form"),
            Map.entry("sector", "sector_setting"),
            Map.entry("began", "recruitment_start"),
            Map.entry("setting", "setting"),
            Map.entry("referred_by", "referred_by"),
            Map.entry("region", "police_region"),
            Map.entry("municipality", "municipality"),
            Map.entry("guardian", "guardian"),
            Map.entry("social_services_informed", "social_services_informed"),
            Map.entry("needs", "need_support"));

    public Labels {
        organisations = Map.copyOf(organisations);
        colleagues = Map.copyOf(colleagues);
    }

    /// What is offered: the kind of need, or the whole case.
    public String matter(Matter matter) {
        return matter.needType() == null ? texts.get("handover.whole-case") : code("need_support", matter.needType());
    }

    public String place(Matter matter) {
        String region = code("police_region", matter.region());
        return matter.municipality() == null ? region : code("municipality", matter.municipality()) + ", " + region;
    }

    public String organisation(@Nullable OrganisationId id) {
        return id == null ? "" : organisations.getOrDefault(id, texts.get("handover.somebody"));
    }

    /// The colleague by name, or else the organisation.
    public String who(OrganisationId organisation, @Nullable MemberId member) {
        String name = member == null ? null : colleagues.get(member);
        return name == null ? organisation(organisation) : name + ", " + organisation(organisation);
    }

    public String code(String list, String code) {
        return codes.label(list, code, texts.language());
    }

    public String kind(OrganisationKind kind) {
        return texts.get("access.kind." + kind.name());
    }

    /// A value of a shared field in words.
    public String field(String field, String value) {
        String list = LIST_OF.get(field);
        return list == null
                ? value
                : Arrays.stream(value.split(";")).map(code -> code(list, code)).collect(Collectors.joining(", "));
    }

    public String fieldName(String field) {
        String key = "handover.field." + field;
        return texts.has(key) ? texts.get(key) : field;
    }

    public String moment(@Nullable Instant at) {
        return at == null ? "–" : texts.moment(at);
    }

    /// Until when, as people say it: a time that ends with a day is told as that day.
    public String until(Instant at) {
        DueTime due = DueTime.at(at);
        return due.isWholeDay() ? due.lastDay().toString() : texts.moment(at);
    }

    /// How an offer stands, said to the reader.
    public String state(Offer offer) {
        if (offer.isTo(self) && offer.course().saidNo()) {
            return texts.get("handover.state.DECLINED");
        }
        if (offer.course().state() == OfferState.ACCEPTED && !offer.course().byReceiver()) {
            return texts.get("handover.state.TAKEN_OVER");
        }
        return texts.get("handover.state." + offer.course().state().name());
    }

    /// What became of something that was accepted.
    public String receipt(Offer offer) {
        if (offer.ending() == null || offer.ending().endedAt() == null) {
            return texts.get("handover.receipt.ongoing");
        }
        String outcome = offer.ending().outcome();
        if (outcome == null) {
            return texts.get("handover.receipt.ended", moment(offer.ending().endedAt()));
        }
        String worded = offer.matter().isWholeCase()
                ? code("case_outcome", outcome)
                : texts.get("handover.need-state." + outcome);
        return texts.get("handover.receipt.ended-as", moment(offer.ending().endedAt()), worded);
    }
}

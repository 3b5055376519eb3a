package se.ledfyr.benchmarks;

import static se.ledfyr.benchmarks.Stop.ID;
import static se.ledfyr.benchmarks.Stop.at;

import java.util.List;

/// Every page of the programmes, by whose work it belongs to.
final class ProgrammePages {

    private static final Stop APPLICATION = at(
            "support: application",
            "/support/applications/" + ID,
            at("support: decision", "/support/applications/" + ID + "/decision"));
    private static final Stop GRANT = at("support: grant", "/support/grants/" + ID);
    private static final Stop RETURN = at("returns: return", "/returns/" + ID);
    private static final Stop GROUP = at("returns: group", "/returns/groups/" + ID, RETURN);
    private static final Stop PERMIT = at("permits: application", "/permits/" + ID);
    private static final Stop CASE = at(
            "case page",
            "/cases/" + ID,
            at("support: form of application", "/cases/" + ID + "/support/new"),
            at("permits: check", "/cases/" + ID + "/permits/check"),
            at("permits: form of application", "/cases/" + ID + "/permits/application"));
    private static final Stop LEGAL = at(
            "justice: of a case",
            "/cases/" + ID + "/justice",
            at("justice: report", "/cases/" + ID + "/justice/reports/" + ID),
            at(
                    "justice: claim",
                    "/cases/" + ID + "/justice/claims/" + ID,
                    at("justice: claim, statement", "/cases/" + ID + "/justice/claims/" + ID + "/statement")),
            at("justice: new report", "/cases/" + ID + "/justice/reports/new"));

    static final Stop START = at("start page", "/");
    private static final Stop MONEY = money();

    static final List<Stop> PROGRAMME_OFFICE = List.of(
            START,
            at("support: applications", "/support", APPLICATION, at("support: applications, later", "/support\\?after=[^\"]+")),
            at(
                    "support: applications answered",
                    "/support?box=answered",
                    APPLICATION,
                    at("support: applications, later", "/support\\?box=answered[^\"]+")),
            at("support: in the programme", "/support/grants", GRANT, later()),
            at("support: ending soon", "/support/grants?show=ending", GRANT, later()),
            at("support: over", "/support/grants?show=over", GRANT, later()),
            at("support: homes", "/support/homes", at("support: home", "/support/homes/" + ID)),
            at("support: gaps", "/support/gaps"),
            at("support: refusals", "/support/refusals"),
            at("support: form on paper", "/support/applications/new"),
            MONEY);

    static final List<Stop> RETURN_OPERATOR = List.of(
            START,
            stage("waiting"),
            stage("before"),
            stage("journey"),
            stage("after"),
            stage("ended"),
            at("returns: waiting", "/returns?stage=waiting", GROUP),
            MONEY);

    static final List<Stop> COORDINATORS = List.of(
            START,
            at("list of cases", "/cases", CASE),
            at("support: applied for", "/support", APPLICATION),
            at("support: gaps", "/support/gaps"),
            stage("waiting"),
            stage("after"),
            stage("ended"),
            at("returns: form for a group", "/returns/groups/new"),
            box("running"),
            box("waiting"),
            box("asked"),
            box("settled"),
            at("justice: list", "/justice", LEGAL, CASE, at("justice: list, later", "/justice\\?.*page=\\d+")),
            at("justice: list by status", "/justice?status=investigation_closed", LEGAL),
            at("justice: list, later", "/justice?page=40", LEGAL));

    static final List<Stop> SOCIAL_BOARD =
            List.of(START, box("running"), box("waiting"), box("asked"), box("settled"), at("support: gaps", "/support/gaps"));

    static final List<Stop> NATION = List.of(START, at("support: refusals", "/support/refusals"), MONEY);

    private ProgrammePages() {}

    private static Stop later() {
        return at("support: courses, later", "/support/grants\\?[^\"]*after=[^\"]+");
    }

    private static Stop stage(String stage) {
        return at(
                "returns: " + stage,
                "/returns?stage=" + stage,
                RETURN,
                GROUP,
                at("returns: later", "/returns\\?[^\"]*after=[^\"]+"));
    }

    private static Stop box(String box) {
        return at(
                "permits: " + box, "/permits?box=" + box, PERMIT, at("permits: later", "/permits\\?[^\"]*page=[1-9][^\"]*"));
    }

    private static Stop money() {
        String one = "/money/" + ID;
        return at(
                "money: agreements",
                "/money",
                at(
                        "money: agreement",
                        one,
                        at("money: account", one + "/account"),
                        at("money: expenses", one + "/expenses", at("money: expenses, later", one + "/expenses\\?page=\\d+")),
                        at("money: prices", one + "/prices"),
                        at("money: outcomes", one + "/outcomes"),
                        at("money: supplement", "/money/supplements/" + ID)));
    }
}

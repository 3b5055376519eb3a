package se.ledfyr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.ConfigurableApplicationContext;
import se.ledfyr.access.MembersForVisitors;
import se.ledfyr.benchmarks.ProgrammeVisitors.Group;
import se.ledfyr.installation.Installation;
import se.ledfyr.installation.ProgrammesForVisitors;
import se.ledfyr.organisations.OrganisationKind;
import se.ledfyr.returns.GroupForVisitors;

/// The programmes: every page while fifty work, and a group of a hundred and eighty in one act.
final class ProgrammeRun {

    private static final int COORDINATORS = 18;
    private static final int IN_PROGRAMME_OFFICE = 12;
    private static final int AT_THE_OPERATOR = 8;
    private static final int ON_THE_BOARD = 6;
    private static final int OF_THE_NATION = 6;

    /// So many have names: those whom lists show. The others are somebody, as in many real files.
    private static final int NAMED = 5_000;

    private static final int PEOPLE_OF_A_GROUP = 180;

    private final Installed house;
    private final Report report;
    private final String password;
    private final List<Group> groups = new ArrayList<>();

    ProgrammeRun(Installed house, String password, Report report) {
        this.house = house;
        this.password = password;
        this.report = report;
    }

    /// Lets visitors arrive and fills the programmes, unless that was done before.
    void fill(ConfigurableApplicationContext context) throws Exception {
        groups.clear();
        groups.add(new Group(
                MembersForVisitors.arrive(context, COORDINATORS, password), ProgrammePages.COORDINATORS));
        add(context, OrganisationKind.PROGRAMME_OFFICE, IN_PROGRAMME_OFFICE, ProgrammePages.PROGRAMME_OFFICE);
        add(context, OrganisationKind.RETURN_OPERATOR, AT_THE_OPERATOR, ProgrammePages.RETURN_OPERATOR);
        add(context, OrganisationKind.SOCIAL_SERVICES, ON_THE_BOARD, ProgrammePages.SOCIAL_BOARD);
        add(context, OrganisationKind.NATIONAL_COORDINATION, OF_THE_NATION, ProgrammePages.NATION);
        Installation installation = context.getBean(Installation.class);
        if (ProgrammesForVisitors.areThere(installation)) {
            return;
        }
        long start = System.nanoTime();
        int cases = house.people() / 10;
        MembersForVisitors.bring(context, OrganisationKind.PROGRAMME_OFFICE, Math.min(NAMED, cases / 10));
        MembersForVisitors.bring(context, OrganisationKind.RETURN_OPERATOR, Math.min(NAMED, cases / 10));
        ProgrammesForVisitors.arrive(installation, cases);
        report.add(
                String.format(Locale.ROOT, "filling %,d programme cases", cases),
                Double.NaN,
                "s",
                (System.nanoTime() - start) / 1e9,
                "");
    }

    private void add(ConfigurableApplicationContext context, OrganisationKind kind, int number, List<Stop> pages) {
        groups.add(new Group(MembersForVisitors.arriveAt(context, kind, number, password), pages));
    }

    /// Applies for a group and admits it, three times; the best counts, for the first warms up.
    void group(ConfigurableApplicationContext context) {
        GroupForVisitors many = new GroupForVisitors(
                context,
                MembersForVisitors.as(
                        context,
                        OrganisationKind.REGIONAL_COORDINATION,
                        groups.getFirst().logins().getFirst()));
        double applied = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            applied = Math.min(applied, many.apply(PEOPLE_OF_A_GROUP));
        }
        report.add("group application of 180, one transaction", 2, "s", applied, "best of three");
    }

    void visits(Duration time) throws Exception {
        try (Program program = Program.run(house.data())) {
            ProgrammeVisitors visitors = new ProgrammeVisitors(program.port(), password);
            double before = program.processorSeconds();
            Times times = visitors.work(groups, time);
            double processor = (program.processorSeconds() - before) * 1000 / Math.max(1, visitors.requests());
            report.add("processor time of the application", Double.NaN, "ms a request", processor, "");
            report.add(times, visitors::limit, visitors.failures(), program.heap().toString());
            foretell(new Browser(program.port()));
        }
    }

    /// Alone: ten thousand simulations of a year with thousands of admissions take a processor for themselves, and would only
    /// tell how the others wait for it.
    private void foretell(Browser browser) throws IOException, InterruptedException {
        browser.signIn(groups.get(1).logins().getFirst(), password);
        Matcher newest = Pattern.compile("/money/" + Stop.ID)
                .matcher(browser.get("/money").body());
        if (!newest.find()) {
            throw new IllegalStateException("There is no agreement");
        }
        for (String page : List.of("forecast", "back-test")) {
            Browser.Answer answer = browser.get(newest.group() + "/" + page);
            report.add("money: " + page + ", alone", 2, "s", answer.took() / 1e9, "answered " + answer.status());
        }
    }
}

package se.ledfyr.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.ConfigurableApplicationContext;
import se.ledfyr.access.MembersForVisitors;
import se.ledfyr.benchmarks.ProgrammeVisitors.Group;
import se.ledfyr.installation.ContactsForVisitors;
import se.ledfyr.installation.Installation;
import se.ledfyr.organisations.OrganisationKind;

/// Civil society's contacts: every page while forty work, and every table of theirs against a statement by hand.
final class ContactRun {

    private static final int CONTACTS = 100_000;
    private static final int IN_AN_ASSOCIATION = 20;
    private static final int IN_A_SHELTER = 12;
    private static final int OF_THE_PLATFORM = 5;
    private static final int OF_THE_NATION = 3;

    private final Installed house;
    private final Report report;
    private final String password;
    private final List<Group> groups = new ArrayList<>();

    ContactRun(Installed house, String password, Report report) {
        this.house = house;
        this.password = password;
        this.report = report;
    }

    /// Lets visitors arrive and fills the answers in, unless that was done before.
    void fill(ConfigurableApplicationContext context) throws Exception {
        add(context, OrganisationKind.NGO, IN_AN_ASSOCIATION, ContactPages.MEMBERS);
        add(context, OrganisationKind.SHELTER, IN_A_SHELTER, ContactPages.MEMBERS);
        add(context, OrganisationKind.CIVIL_PLATFORM, OF_THE_PLATFORM, ContactPages.PLATFORM);
        add(context, OrganisationKind.NATIONAL_COORDINATION, OF_THE_NATION, ContactPages.NATION);
        long start = System.nanoTime();
        if (ContactsForVisitors.arrive(context.getBean(Installation.class), CONTACTS)) {
            report.add(
                    String.format(Locale.ROOT, "filling %,d questionnaires", CONTACTS),
                    Double.NaN,
                    "s",
                    (System.nanoTime() - start) / 1e9,
                    "");
        }
    }

    private void add(ConfigurableApplicationContext context, OrganisationKind kind, int number, List<Stop> pages) {
        groups.add(new Group(MembersForVisitors.arriveAt(context, kind, number, password), pages));
    }

    void visits(Duration time) throws Exception {
        try (Program program = Program.run(house.data())) {
            ProgrammeVisitors visitors = new ProgrammeVisitors(program.port(), password);
            double before = program.processorSeconds();
            Times times = visitors.work(groups, time);
            double processor = (program.processorSeconds() - before) * 1000 / Math.max(1, visitors.requests());
            report.add("processor time of the application", Double.NaN, "ms a request", processor, "");
            report.add(times, visitors::limit, visitors.failures(), program.heap().toString());
        }
    }
}

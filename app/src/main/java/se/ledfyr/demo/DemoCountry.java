package se.ledfyr.demo;

import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.ledfyr.access.Acting;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisations;

/// Founds the demo country the first time the house opens on an empty database. One that an older Ledfyr founded
/// gets the organisations and members that the demo had not yet.
@Component
@OnlyInDemo
@Order(1)
class DemoCountry implements ApplicationRunner {

    private final Organisations organisations;
    private final Members members;

    DemoCountry(Organisations organisations, Members members) {
        this.organisations = organisations;
        this.members = members;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!organisations.list().isEmpty()
                && organisations.find(DemoOffice.NATIONAL.id()).isEmpty()) {
            return;
        }
        for (DemoOffice office : DemoOffice.values()) {
            // Each founds itself: nobody adds anything without saying in whose name.
            new Acting(office.id(), null, Set.of()).run(() -> {
                if (organisations.find(office.id()).isEmpty()) {
                    organisations.add(office.organisation());
                }
            });
        }
        for (DemoMember each : DemoMember.values()) {
            new Acting(each.office().id(), null, Set.of()).run(() -> {
                if (members.find(each.id()).isEmpty()) {
                    members.add(each.member());
                }
            });
        }
    }
}

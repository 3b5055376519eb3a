package se.ledfyr.demo;

import java.util.Set;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.ledfyr.access.Acting;
import se.ledfyr.installation.OnlyInDemo;
import se.ledfyr.organisations.Members;
import se.ledfyr.organisations.Organisations;

/// Founds the demo country the first time the house opens on an empty database.
@Component
@OnlyInDemo
@Order(1)
class DemoCountry implements ApplicationRunner {

    private final Organisations organisations;
    private final Members members;
    private final TransactionTemplate transaction;

    DemoCountry(Organisations organisations, Members members, TransactionTemplate transaction) {
        this.organisations = organisations;
        this.members = members;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!organisations.list().isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            for (DemoOffice office : DemoOffice.values()) {
                organisations.add(office.organisation());
            }
        });
        for (DemoMember each : DemoMember.values()) {
            new Acting(each.office().id(), null, Set.of()).run(() -> members.add(each.member()));
        }
    }
}

package se.ledfyr.installation;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Fills in what some thirty organisations of civil society have answered in six years, in bulk and as the administrator of
/// the database.
public final class ContactsForVisitors {

    private ContactsForVisitors() {}

    /// Fills in once; an installation that has contacts already is left as it is. Somebody of the platform must be there.
    ///
    /// @param contacts how many answered questionnaires there should be
    /// @return whether anything was filled in
    /// @throws SQLException when the statements do not fit the tables
    public static boolean arrive(Installation house, int contacts) throws SQLException, IOException {
        Login login = house.logins().administrator();
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement sql = connection.createStatement()) {
            try (ResultSet there = sql.executeQuery("select exists (select from surveys.contact)")) {
                there.next();
                if (there.getBoolean(1)) {
                    return false;
                }
            }
            connection.setAutoCommit(false);
            sql.execute("select set_config('bench.contacts', '%d', false)".formatted(contacts));
            sql.execute("set work_mem = '128MB'");
            CasesForVisitors.run(sql, "/contacts/contacts.sql");
            connection.commit();
            connection.setAutoCommit(true);
            sql.execute("vacuum (analyze) surveys.contact, surveys.own_reference, surveys.contact_change, surveys.informal_note,"
                    + " surveys.participant, surveys.year, organisations.organisation");
            return true;
        }
    }
}

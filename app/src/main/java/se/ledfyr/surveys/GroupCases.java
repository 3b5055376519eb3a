package se.ledfyr.surveys;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.ledfyr.access.Acting;
import se.ledfyr.access.Right;

/// The names of group cases that can be chosen: the organisation's own, and those that at least two members of the
/// platform share. A name that only another one uses is nobody else's business.
@Service
@Transactional
public class GroupCases {

    private final DSLContext sql;

    GroupCases(DSLContext sql) {
        this.sql = sql;
    }

    /// Names used in the year or the one before, in alphabetical order.
    public List<String> list(int year) {
        Acting.require(Right.READ_FACTS);
        return sql.fetch("select g from surveys.group_cases({0}) as g order by 1", org.jooq.impl.DSL.val(year))
                .map(row -> row.get(0, String.class));
    }
}

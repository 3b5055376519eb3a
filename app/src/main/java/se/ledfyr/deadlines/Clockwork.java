package se.ledfyr.deadlines;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Lets clocks be dealt with and letters be sent every few seconds, on one node of those that share the database.
///
/// The plan is kept in PostgreSQL. A node that dies while it works is missed after some seconds, and another one,
/// or the same one after its restart, goes on. Only `ledfyr run` winds it up; commands on the console do not.
@Component
@ConditionalOnBooleanProperty("ledfyr.clockwork")
class Clockwork implements DisposableBean {

    static final String TABLE = "deadlines.scheduled_tasks";

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration BETWEEN_TICKS = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    private static final Duration HEARTBEAT = Duration.ofSeconds(2);
    private static final int MISSED_BEATS = 4;
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final DataSource database;
    private final DueClocks clocks;
    private final Post post;
    private final List<HouseWork> works;
    private @Nullable Scheduler scheduler;
    private boolean ended;

    Clockwork(DataSource database, DueClocks clocks, Post post, List<HouseWork> works) {
        this.database = database;
        this.clocks = clocks;
        this.post = post;
        this.works = works;
    }

    /// Once the house is open, and beside it: visitors need not wait for this.
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        Thread.ofVirtual().name("clockwork").start(this::windUp);
    }

    synchronized void windUp() {
        if (scheduler == null && !ended) {
            Scheduler fresh = scheduler(Stream.concat(
                            Stream.of(job("clocks", clocks::work), job("letters", post::work)),
                            works.stream().map(each -> job(each.name(), each::work)))
                    .toList());
            fresh.start();
            scheduler = fresh;
        }
    }

    private Scheduler scheduler(List<RecurringTask<Void>> jobs) {
        return Scheduler.create(database)
                .startTasks(jobs)
                .tableName(TABLE)
                .threads(jobs.size())
                .pollingInterval(BETWEEN_LOOKS)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_BEATS)
                .shutdownMaxWait(LONGEST_END)
                .failureLogging(LogLevel.WARN, false)
                .build();
    }

    private static RecurringTask<Void> job(String name, Runnable work) {
        return Tasks.recurring(name, FixedDelay.of(BETWEEN_TICKS)).execute((instance, context) -> {
            try {
                work.run();
            } catch (RuntimeException failure) {
                // What it says may quote data.
                LOG.error("The job {} failed: {}", name, failure.getClass().getName());
            }
        });
    }

    @Override
    public synchronized void destroy() {
        ended = true;
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }
}

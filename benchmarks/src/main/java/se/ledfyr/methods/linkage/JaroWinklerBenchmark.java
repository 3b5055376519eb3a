package se.ledfyr.methods.linkage;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Comparing two words, and reading a name into words.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class JaroWinklerBenchmark {

    @Param({"Oksana Kovalenko", "Оксана Коваленко", "สุนิสา ทองสวัสดิ์", "王小明"})
    public String name = "";

    @Benchmark
    public double compareTwoWords() {
        return JaroWinkler.similarity("kovalenko", "kowalenka");
    }

    @Benchmark
    public List<NameWord> readName() {
        return NameWords.of(name);
    }
}

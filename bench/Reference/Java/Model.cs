using Bench.Measurement.Hosting;
using Bench.RuntimeLanes;

[assembly: Model(
    "java",
    "Java platform threads",
    "Real Java platform threads and queues of java.util.concurrent: a program of the Java runtime does the work in a process of its own and is measured from here.",
    OnRequest = true,
    Code = "src/{name}.java"
)]
[assembly: Toolchain(
    "Java",
    "17",
    ["javac", "-d", "{built}", "{sources}"],
    ["java", "-cp", "{built}", "Main"]
)]
[assembly: NotWritten(
    "Not written for this runtime: reference lanes exist for the seven workloads that the article's claims of goroutines, Java's threads and Elixir's actors rest on."
)]

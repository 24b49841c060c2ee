using Bench.Measurement.Hosting;
using Bench.RuntimeLanes;

[assembly: Model(
    "java-virtual",
    "Java virtual threads",
    "Virtual threads of Java 21 and queues of java.util.concurrent: the program of the model java, told to make its threads so, does the work in a process of its own and is measured from here.",
    OnRequest = true,
    Code = "../Java/src/{name}.java"
)]
[assembly: Toolchain(
    "Java",
    "21",
    ["javac", "-d", "{built}", "{sources}"],
    ["java", "-Dthreads=virtual", "-cp", "{built}", "Main"],
    VersionIn = "../release:JAVA_VERSION",
    Folders = ["%JAVA_HOME%/bin", "/usr/lib/jvm/*/bin"],
    Advice = "Debian 13 has it as openjdk-21-jdk-headless, and JAVA_HOME names the folder of any other JDK"
)]
[assembly: NotWritten(
    "Not written for this runtime: reference lanes exist for the seven workloads that the article's claims of goroutines, Java's threads and Elixir's actors rest on."
)]

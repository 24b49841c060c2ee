using Bench.Measurement.Hosting;
using Bench.RuntimeLanes;

[assembly: Model(
    "go",
    "Goroutines",
    "Real goroutines and channels: a program of the Go runtime does the work in a process of its own and is measured from here.",
    OnRequest = true,
    Code = "src/{id}.go"
)]
[assembly: Toolchain("Go", "1.18", ["go", "build", "-o", "{built}/bench", "."], ["{built}/bench"])]
[assembly: NotWritten(
    "Not written for this runtime: reference lanes exist for the seven workloads that the article's claims of goroutines, Java's threads and Elixir's actors rest on."
)]

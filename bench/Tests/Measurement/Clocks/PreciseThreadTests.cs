using System.Globalization;
using Bench.Measurement.Clocks;
using Xunit;

namespace Bench.Tests.Measurement.Clocks;

public sealed class PreciseThreadTests
{
    private const int NiceField = 16;

    [Fact]
    public void Its_priority_is_its_own_and_leaves_every_other_thread_alone()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has threads with nice values of their own");
        int? inside = null;
        var before = Nice();

        PreciseThread.Start("precise", () => inside = Nice()).Join();

        Assert.SkipWhen(inside == before, "this user may not ask for a lower nice value");
        Assert.Equal(-10, inside);
        Assert.Equal(before, Nice());
        Assert.Equal(before, Nice("/proc/self/stat"));
    }

    [Fact]
    public void What_it_starts_has_the_ordinary_priority()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has threads with nice values of their own");
        int? child = null;

        PreciseThread
            .Start(
                "precise",
                () =>
                {
                    var thread = new Thread(() => child = Nice());
                    thread.Start();
                    thread.Join();
                }
            )
            .Join();

        Assert.Equal(Nice(), child);
    }

    [Fact]
    public void Its_processor_time_is_told_from_the_lane_s()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells threads' processor time");
        var told = 0.0;

        PreciseThread
            .Start(
                "precise",
                () =>
                    SpinWait.SpinUntil(
                        () =>
                        {
                            Thread.SpinWait(1_000);
                            told = MeasuringThreads.ProcessorSeconds();
                            return told > 0.005;
                        },
                        TimeSpan.FromSeconds(30)
                    )
            )
            .Join();

        Assert.True(told > 0.005, $"told {told} s");
    }

    [Fact]
    public void It_runs_its_body_under_its_name_and_does_not_keep_the_process_alive()
    {
        (string?, bool) seen = default;

        PreciseThread
            .Start("precise", () => seen = (Thread.CurrentThread.Name, Thread.CurrentThread.IsBackground))
            .Join();

        Assert.Equal(("precise", true), seen);
    }

    private static int Nice(string path = "/proc/thread-self/stat")
    {
        var text = File.ReadAllText(path);
        return int.Parse(
            text[(text.LastIndexOf(')') + 2)..].Split(' ')[NiceField],
            CultureInfo.InvariantCulture
        );
    }
}

using System.Diagnostics;
using Bench.Measurement.Resources;
using Xunit;

namespace Bench.Tests.Measurement.Resources;

public sealed class ProcessStatTests
{
    private const long Mebibyte = 1 << 20;

    public ProcessStatTests() =>
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells these figures by /proc");

    [Fact]
    public void Resident_memory_and_threads_are_what_the_system_says_elsewhere()
    {
        using var process = Process.GetCurrentProcess();
        var (resident, threads) = ProcessStat.Now();

        Assert.Equal(process.WorkingSet64, resident!.Value, 64.0 * Mebibyte);
        Assert.Equal(process.Threads.Count, threads!.Value, 20.0);
    }

    [Fact]
    public void Looking_often_leaves_next_to_no_garbage_that_would_count_as_the_lanes()
    {
        ProcessStat.Now();
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 100; i++)
        {
            ProcessStat.Now();
        }

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) / 100, 0, 500);
    }

    [Fact]
    public void Anonymous_memory_is_less_than_committed_memory()
    {
        Assert.InRange(ProcessStat.Anonymous()!.Value, Mebibyte, ProcessStat.Committed()!.Value);
    }
}

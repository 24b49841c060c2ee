using Bench.Measurement.Machine;
using Bench.Measurement.Resources;
using Bench.Results;
using Xunit;

namespace Bench.Tests.Measurement.Machine;

/// <summary>Each check on a folder of fixtures: what is found, and what is said of it.</summary>
public sealed class MachineChecksTests : IDisposable
{
    private static readonly RuntimeFacts s_runtime = new([], false, false, true, 4, 4, []);
    private readonly FakeLinux _linux = new();

    public void Dispose() => _linux.Dispose();

    [Fact]
    public void A_machine_with_nothing_wrong_has_nothing_but_ok()
    {
        var facts = MachineProbe.Look(_linux.Files, s_runtime);

        Assert.All(
            facts.Checks.Where(check => check.Check != "clock"),
            check => Assert.True(check.Verdict == MachineVerdict.Ok, check.ToString())
        );
        Assert.Equal("Example 9000", facts.Processor);
        Assert.StartsWith("Example 9000/4/", facts.Fingerprint, StringComparison.Ordinal);
        Assert.Null(facts.ProcessorQuota);
        Assert.Null(facts.Hypervisor);
    }

    [Fact]
    public void Without_Linux_each_file_is_said_to_be_untold_and_nothing_is_guessed()
    {
        _linux.Without("/proc");
        _linux.Without("/sys");

        var facts = MachineProbe.Look(_linux.Files, s_runtime);

        string[] told =
        [
            "clock",
            "processors",
            "build",
            "debugger",
            "garbage collector",
            "ThreadPool minimum",
            "runtime variables",
        ];
        Assert.All(
            facts.Checks.Where(check => !told.Contains(check.Check)),
            check =>
            {
                Assert.Equal(MachineVerdict.Note, check.Verdict);
                Assert.Equal("not told: only Linux is asked", check.Found);
            }
        );
        Assert.DoesNotContain(
            facts.Warnings,
            warning => warning.Contains("not told", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("150000 100000", "1.5 processors")]
    [InlineData("50000 100000", "0.5 processors")]
    public void A_quota_of_control_groups_version_2_is_found(string text, string found)
    {
        _linux["/proc/self/cgroup"] = "0::/docker/abc";
        _linux["/sys/fs/cgroup/docker/abc/cpu.max"] = "max 100000";
        _linux["/sys/fs/cgroup/docker/cpu.max"] = text;
        _linux["/sys/fs/cgroup/docker/abc/cpu.stat"] =
            "usage_usec 5\nnr_periods 10\nnr_throttled 3\nthrottled_usec 9";

        Expect("processor quota", MachineVerdict.Warning, $"{found}, throttled in 3 periods so far");
    }

    [Theory]
    [InlineData("cpu")]
    [InlineData("cpu,cpuacct")]
    public void A_quota_of_control_groups_version_1_is_found(string controllers)
    {
        _linux["/proc/self/cgroup"] = $"4:memory:/a\n3:{controllers}:/a/b\n0::/";
        _linux[$"/sys/fs/cgroup/{controllers}/a/b/cpu.cfs_quota_us"] = "-1";
        _linux[$"/sys/fs/cgroup/{controllers}/a/b/cpu.cfs_period_us"] = "100000";
        _linux[$"/sys/fs/cgroup/{controllers}/cpu.cfs_quota_us"] = "250000";
        _linux[$"/sys/fs/cgroup/{controllers}/cpu.cfs_period_us"] = "100000";

        Expect("processor quota", MachineVerdict.Warning, "2.5 processors");
    }

    [Fact]
    public void A_quota_without_a_limit_is_none()
    {
        _linux["/sys/fs/cgroup/cpu.max"] = "max 100000";

        Expect("processor quota", MachineVerdict.Ok, "none");
    }

    [Theory]
    [InlineData(
        "0::/",
        "/sys/fs/cgroup/memory.max",
        "2147483648",
        "2 GiB (the control group's limit is 2 GiB)"
    )]
    [InlineData(
        "4:memory:/",
        "/sys/fs/cgroup/memory/memory.limit_in_bytes",
        "1073741824",
        "1 GiB (the control group's limit is 1 GiB)"
    )]
    public void A_memory_limit_below_what_is_needed_is_a_warning(
        string groups,
        string path,
        string limit,
        string found
    )
    {
        _linux["/proc/self/cgroup"] = groups;
        _linux[path] = limit;

        Expect("memory available", MachineVerdict.Warning, found);
    }

    [Fact]
    public void What_version_1_writes_for_no_memory_limit_is_none()
    {
        _linux["/proc/self/cgroup"] = "4:memory:/";
        _linux["/sys/fs/cgroup/memory/memory.limit_in_bytes"] = "9223372036854771712";

        Expect("memory available", MachineVerdict.Ok, "11.44 GiB");
    }

    [Theory]
    [InlineData("powersave", MachineVerdict.Warning)]
    [InlineData("ondemand", MachineVerdict.Note)]
    [InlineData("schedutil", MachineVerdict.Note)]
    public void A_governor_that_follows_the_load_is_named_with_what_to_do(string governor, string verdict)
    {
        for (var processor = 0; processor < 4; processor++)
        {
            _linux[$"/sys/devices/system/cpu/cpu{processor}/cpufreq/scaling_governor"] = governor;
        }

        var check = Expect("frequency governor", verdict, governor);
        Assert.Contains("cpupower frequency-set -g performance", check.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public void One_processor_with_another_governor_is_seen()
    {
        _linux["/sys/devices/system/cpu/cpu2/cpufreq/scaling_governor"] = "powersave";

        Expect("frequency governor", MachineVerdict.Warning, "performance, powersave");
    }

    [Theory]
    [InlineData("8388608", "0", MachineVerdict.Warning, "8 GiB of 8 GiB in use")]
    [InlineData("8388608", "8388608", MachineVerdict.Note, "8 GiB, unused")]
    [InlineData("0", "0", MachineVerdict.Ok, "none")]
    public void Swap_in_use_is_a_warning(string total, string free, string verdict, string found)
    {
        _linux["/proc/meminfo"] = $"MemAvailable:   12000000 kB\nSwapTotal: {total} kB\nSwapFree: {free} kB";

        Expect("swap", verdict, found);
    }

    [Fact]
    public void Processors_that_share_a_core_are_named()
    {
        _linux["/sys/devices/system/cpu/cpu0/topology/thread_siblings_list"] = "0,2";
        _linux["/sys/devices/system/cpu/cpu2/topology/thread_siblings_list"] = "0,2";

        Expect("SMT siblings", MachineVerdict.Note, "processors 0,2 share a core");
        Expect("processors", MachineVerdict.Ok, "4 logical, 3 cores");
    }

    [Fact]
    public void A_cpuset_is_seen()
    {
        _linux["/proc/self/status"] = "Cpus_allowed_list:\t0,2";

        Expect("processors allowed (cpuset)", MachineVerdict.Note, "0,2 of 0-3");
    }

    [Fact]
    public void Throttling_by_heat_is_counted()
    {
        _linux["/sys/devices/system/cpu/cpu1/thermal_throttle/core_throttle_count"] = "12";

        Expect("thermal throttling", MachineVerdict.Warning, "12 times since the machine started");
    }

    [Theory]
    [InlineData("/sys/devices/system/cpu/intel_pstate/no_turbo", "0", MachineVerdict.Note, "on")]
    [InlineData("/sys/devices/system/cpu/intel_pstate/no_turbo", "1", MachineVerdict.Ok, "off")]
    [InlineData("/sys/devices/system/cpu/cpufreq/boost", "1", MachineVerdict.Note, "on")]
    public void Turbo_is_read_where_it_is_told(string path, string text, string verdict, string found)
    {
        _linux[path] = text;

        Expect("turbo", verdict, found);
    }

    [Fact]
    public void A_virtual_machine_is_a_warning_with_its_maker()
    {
        _linux["/proc/cpuinfo"] = "model name\t: Example\nflags\t\t: fpu hypervisor";
        _linux["/sys/class/dmi/id/sys_vendor"] = "QEMU";

        Expect("virtual machine", MachineVerdict.Warning, "yes (QEMU)");
    }

    [Theory]
    [InlineData("hpet", MachineVerdict.Warning)]
    [InlineData("kvm-clock", MachineVerdict.Ok)]
    public void A_slow_time_source_is_a_warning(string source, string verdict)
    {
        _linux["/sys/devices/system/clocksource/clocksource0/current_clocksource"] = source;

        Expect("time source", verdict, source);
    }

    [Theory]
    [InlineData(30, 1, MachineVerdict.Ok)]
    [InlineData(400, 1, MachineVerdict.Warning)]
    [InlineData(30, 15_600_000, MachineVerdict.Warning)]
    public void A_dear_or_coarse_clock_is_a_warning(double cost, double step, string verdict) =>
        Assert.Equal(verdict, ClockChecks.Of(_linux.Files, cost, step).First().Verdict);

    [Theory]
    [InlineData("/proc/sys/kernel/pid_max", "4096", "4,096 (kernel.pid_max)")]
    [InlineData("/proc/sys/kernel/threads-max", "5000", "5,000 (kernel.threads-max)")]
    [InlineData("/proc/sys/vm/max_map_count", "10000", "5,000 (vm.max_map_count, two a thread)")]
    [InlineData("/sys/fs/cgroup/pids.max", "512", "512 (the control group's pids.max)")]
    public void The_tightest_limit_of_threads_is_named(string path, string text, string found)
    {
        _linux[path] = text;

        Expect("thread limit", MachineVerdict.Warning, found);
    }

    [Fact]
    public void Few_open_files_are_a_warning()
    {
        _linux["/proc/self/limits"] =
            "Max processes             unlimited            unlimited            processes \nMax open files            256                20000                files     ";

        Expect("open files", MachineVerdict.Warning, "256");
        Expect("thread limit", MachineVerdict.Ok, "32,765 (vm.max_map_count, two a thread)");
    }

    [Fact]
    public void Huge_pages_for_everything_are_noted()
    {
        _linux["/sys/kernel/mm/transparent_hugepage/enabled"] = "[always] madvise never";

        Expect("transparent huge pages", MachineVerdict.Note, "always");
    }

    [Fact]
    public void A_busy_minute_before_is_a_warning()
    {
        _linux["/proc/loadavg"] = "3.52 1 1 1/100 42";

        Expect("load average", MachineVerdict.Warning, "3.5 over the last minute");
    }

    [Fact]
    public void A_Debug_build_and_a_debugger_make_the_machine_unfit()
    {
        var checks = RuntimeChecks
            .Of(s_runtime with { DebugBuilds = ["Tasks"], HasDebugger = true })
            .ToList();

        Assert.Equal(
            ["build: Debug: Tasks", "debugger: attached"],
            checks
                .Where(check => check.Verdict == MachineVerdict.Unfit)
                .Select(check => $"{check.Check}: {check.Found}")
        );
    }

    [Fact]
    public void Other_settings_of_the_runtime_are_told()
    {
        var checks = RuntimeChecks
            .Of(s_runtime with { IsServer = true, MinimumThreads = 64, Variables = ["DOTNET_gcServer"] })
            .ToDictionary(check => check.Check);

        Assert.Equal("server, concurrent", checks["garbage collector"].Found);
        Assert.Equal(MachineVerdict.Note, checks["ThreadPool minimum"].Verdict);
        Assert.Equal(MachineVerdict.Warning, checks["runtime variables"].Verdict);
    }

    [Theory]
    [InlineData("DOTNET_TieredPGO", true)]
    [InlineData("DOTNET_gcServer", true)]
    [InlineData("COMPlus_GCHeapCount", true)]
    [InlineData("DOTNET_ThreadPool_ForceMinWorkerThreads", true)]
    [InlineData("DOTNET_PROCESSOR_COUNT", true)]
    [InlineData("DOTNET_CLI_TELEMETRY_OPTOUT", false)]
    [InlineData("DOTNET_ROOT", false)]
    [InlineData("PATH", false)]
    public void Variables_that_change_the_runtime_are_known(string name, bool changes) =>
        Assert.Equal(changes, RuntimeFacts.ChangesRuntime(name));

    /// <summary>Between the looks each of two processors has 1 s: 0.5 idle in all, 0.06 stolen, 0.2 this process's.</summary>
    [Fact]
    public void Other_load_and_steal_are_what_is_neither_idle_nor_this_process()
    {
        var before = Look("cpu  0 0 0 1000 100 0 0 50 0 0", at: 10, own: 3);
        var after = Look("cpu  9 9 9 1040 110 0 0 56 0 0", at: 11, own: 3.2);

        var checks = LoadChecks.Of(_linux.Files, before, after).ToDictionary(check => check.Check);

        Assert.Equal(
            ("1.24 of 2 processors", MachineVerdict.Warning),
            (checks["other load"].Found, checks["other load"].Verdict)
        );
        Assert.Equal(
            ("3.0 % of the processor time", MachineVerdict.Warning),
            (checks["steal"].Found, checks["steal"].Verdict)
        );
    }

    [Fact]
    public void A_quiet_second_is_ok()
    {
        var before = Look("cpu  0 0 0 1000 100 0 0 50 0 0", at: 10, own: 3);
        var after = Look("cpu  0 0 0 1190 105 0 0 50 0 0", at: 11, own: 3.02);

        var checks = LoadChecks.Of(_linux.Files, before, after).ToDictionary(check => check.Check);

        Assert.Equal(MachineVerdict.Ok, checks["other load"].Verdict);
        Assert.Equal(MachineVerdict.Ok, checks["steal"].Verdict);
        Assert.Equal(MachineVerdict.Ok, checks["swapping now"].Verdict);
    }

    [Fact]
    public void Throttling_and_swapping_between_the_looks_are_warnings()
    {
        _linux["/sys/fs/cgroup/cpu.stat"] = "nr_throttled 3";
        var before = LoadLook.Of(_linux.Files, null);
        _linux["/sys/fs/cgroup/cpu.stat"] = "nr_throttled 5";
        _linux["/proc/vmstat"] = "pswpin 10\npswpout 4";

        var checks = LoadChecks
            .Of(_linux.Files, before, LoadLook.Of(_linux.Files, null))
            .ToDictionary(check => check.Check);

        Assert.Equal("in 2 periods", checks["throttled by a quota now"].Found);
        Assert.Equal("14 pages", checks["swapping now"].Found);
        Assert.Equal(MachineVerdict.Warning, checks["swapping now"].Verdict);
        Assert.Equal(MachineVerdict.Note, checks["other load"].Verdict);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_makes_the_machine_unfit_when_it_is_about_to_be()
    {
        Assert.Equal(MachineVerdict.Unfit, FolderCheck.Of("/proc/bench", isNeeded: true).Verdict);
        Assert.Equal(MachineVerdict.Warning, FolderCheck.Of("/proc/bench", isNeeded: false).Verdict);
        using var folder = new Results.TemporaryFolder();
        Assert.NotEqual(MachineVerdict.Unfit, FolderCheck.Of(folder.In("new"), isNeeded: true).Verdict);
    }

    private LoadLook Look(string line, double at, double own) =>
        LoadLook.Of(_linux.Files, MachineLoad.Parse([line, "cpu0 0 0", "cpu1 0 0", "intr 1"], at, own));

    private MachineCheck Expect(string name, string verdict, string found)
    {
        var check = MachineProbe.Look(_linux.Files, s_runtime).Checks.Single(check => check.Check == name);
        Assert.Equal((verdict, found), (check.Verdict, check.Found));
        Assert.Equal(
            verdict == MachineVerdict.Warning,
            MachineProbe.Look(_linux.Files, s_runtime).Warnings.Contains(check.ToString())
        );
        return check;
    }
}

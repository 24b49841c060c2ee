using Bench.Measurement.Machine;

namespace Bench.Tests.Measurement.Machine;

/// <summary>A folder that stands for / with the small files of a Linux machine that has nothing wrong with it.</summary>
internal sealed class FakeLinux : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("bench-machine-").FullName;

    public FakeLinux()
    {
        this["/proc/stat"] = "cpu  100 0 100 1000 0 0 0 0 0 0\ncpu0 50 0 50 500 0 0 0 0 0 0";
        this["/proc/cpuinfo"] = "processor\t: 0\nmodel name\t: Example 9000\nflags\t\t: fpu tsc";
        this["/proc/loadavg"] = "0.10 0.20 0.30 1/100 42";
        this["/proc/meminfo"] =
            "MemTotal:       16000000 kB\nMemAvailable:   12000000 kB\nSwapTotal:             0 kB\nSwapFree:              0 kB";
        this["/proc/self/cgroup"] = "0::/";
        this["/proc/self/status"] = "Name:\tbench\nCpus_allowed_list:\t0-3";
        this["/proc/self/limits"] =
            "Limit                     Soft Limit           Hard Limit           Units     \n"
            + "Max processes             96365                96365                processes \n"
            + "Max open files            20000                20000                files     ";
        this["/proc/sys/kernel/threads-max"] = "192730";
        this["/proc/sys/kernel/pid_max"] = "32768";
        this["/proc/sys/vm/max_map_count"] = "65530";
        this["/proc/vmstat"] = "pswpin 0\npswpout 0";
        this["/sys/devices/system/cpu/online"] = "0-3";
        this["/sys/devices/system/clocksource/clocksource0/current_clocksource"] = "tsc";
        this["/sys/devices/system/cpu/cpufreq/boost"] = "0";
        this["/sys/kernel/mm/transparent_hugepage/enabled"] = "always [madvise] never";
        for (var processor = 0; processor < 4; processor++)
        {
            this[$"/sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list"] = $"{processor}";
            this[$"/sys/devices/system/cpu/cpu{processor}/cpufreq/scaling_governor"] = "performance";
            this[$"/sys/devices/system/cpu/cpu{processor}/thermal_throttle/core_throttle_count"] = "0";
        }
    }

    public LinuxFiles Files => new(_root);

    /// <summary>Writes a file.</summary>
    public string this[string path]
    {
        set
        {
            var file = Path.Combine(_root, path.TrimStart('/'));
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, value + "\n");
        }
    }

    public void Without(string path)
    {
        var file = Path.Combine(_root, path.TrimStart('/'));
        if (Directory.Exists(file))
        {
            Directory.Delete(file, recursive: true);
        }
        else
        {
            File.Delete(file);
        }
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}

using System.Runtime.InteropServices;

namespace Bench.Measurement.Clocks;

/// <summary>
/// A dedicated thread for the measuring side (generator, backend timer, sampler). On Linux it asks for the
/// shortest timer slack and, where permitted, a nice value of −10, so that a lane which keeps all processors
/// busy delays the measuring as little as the machine allows. Threads that such a thread creates, workers of the
/// ThreadPool among them, start at the ordinary priority: the lane must gain nothing from it.
/// </summary>
public static partial class PreciseThread
{
    private const int SetTimerSlack = 29;
    private const int WholeThread = 0;
    private const int Nice = -10;
    private const int CallingThread = 0;
    private const int OrdinaryPolicy = 0;
    private const int ResetOnFork = 0x40000000;

    public static Thread Start(string name, Action body)
    {
        var thread = new Thread(() =>
        {
            if (!OperatingSystem.IsLinux())
            {
                body();
                return;
            }

            var id = GetThreadId();
            MeasuringThreads.Enter(id);
            try
            {
                _ = ProcessControl(SetTimerSlack, 1, 0, 0, 0);
                if (SetScheduler(CallingThread, OrdinaryPolicy | ResetOnFork, 0) == 0)
                {
                    _ = SetPriority(WholeThread, 0, Nice);
                }

                body();
            }
            finally
            {
                MeasuringThreads.Leave(id);
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        return thread;
    }

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ProcessControl(int option, nuint value, nuint b, nuint c, nuint d);

    [LibraryImport("libc", EntryPoint = "gettid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetThreadId();

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetScheduler(int thread, int policy, in int priority);

    // For the value 0 Linux applies PRIO_PROCESS to the calling thread alone.
    [LibraryImport("libc", EntryPoint = "setpriority")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetPriority(int which, int who, int priority);
}

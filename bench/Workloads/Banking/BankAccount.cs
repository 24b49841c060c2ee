namespace Bench.Workloads;

/// <summary>An account that counts what was done to it. Not safe for several units at once: that is the model's part.</summary>
/// <param name="cents">Opening balance, cents.</param>
public sealed class BankAccount(long cents)
{
    /// <summary>Balance, cents.</summary>
    public long Cents { get; private set; } = cents;

    /// <summary>The lowest balance that there ever was, cents.</summary>
    public long Lowest { get; private set; } = cents;

    /// <summary>Times that money was taken out.</summary>
    public long Withdrawals { get; private set; }

    /// <summary>Times that money was put in.</summary>
    public long Deposits { get; private set; }

    /// <summary>Times that the balance did not cover what was to be taken out.</summary>
    public long Refusals { get; private set; }

    /// <summary>Takes money out, or refuses when the balance does not cover it.</summary>
    public bool TryWithdraw(long cents)
    {
        if (Cents < cents)
        {
            Refusals++;
            return false;
        }

        Move(-cents);
        Withdrawals++;
        return true;
    }

    /// <summary>Puts money in.</summary>
    public void Deposit(long cents)
    {
        Move(cents);
        Deposits++;
    }

    private void Move(long cents)
    {
        Cents += cents;
        Lowest = Math.Min(Lowest, Cents);
    }
}

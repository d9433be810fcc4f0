namespace OverdoseBot.Journal.Sqlite;

/// <summary>Runs one group as one transaction. Never throws: every request is completed or failed.</summary>
internal sealed class WriteGroup(Writer writer, Database file, Action<Committed> tell)
{
    /// <summary>How many transactions were committed.</summary>
    public long Commits { get; private set; }

    public void Run(List<WriteRequest> group)
    {
        var kept = group;
        try
        {
            Begin();
            if (!RunAll(group))
            {
                // Seldom. Nothing of it happened; whoever fails is found out and left out.
                Begin();
                kept = group.FindAll(RunApart);
            }

            writer.Commit();
            Commits++;
        }
        catch (Exception e)
        {
            FailAll(group, e);
            return;
        }

        foreach (var request in kept)
        {
            if (request.News is { } news)
            {
                tell(news);
            }
        }

        kept.ForEach(request => request.Complete());
    }

    public void RunAlone(WriteRequest request)
    {
        try
        {
            request.Run(writer);
            request.Complete();
        }
        catch (Exception e)
        {
            request.Fail(file.Explain(e));
        }
    }

    // Of what may be open still from before, nothing is kept.
    private void Begin()
    {
        if (writer.InTransaction)
        {
            writer.Rollback();
        }

        writer.Begin();
    }

    // As if nothing could fail, which saves each request the way back to before it. False: something did.
    private bool RunAll(List<WriteRequest> group)
    {
        try
        {
            group.ForEach(request => request.Run(writer));
            return true;
        }
        catch (Exception)
        {
            // Told when it fails again.
            return false;
        }
    }

    // One that fails is undone and told so; the others go on. Throws when the transaction itself is lost.
    private bool RunApart(WriteRequest request)
    {
        writer.Mark();
        try
        {
            request.Run(writer);
        }
        catch (Exception e) when (writer.InTransaction)
        {
            writer.Undo();
            request.Fail(file.Explain(e));
            return false;
        }

        writer.Keep();
        return true;
    }

    private void FailAll(List<WriteRequest> group, Exception reason)
    {
        try
        {
            if (writer.InTransaction)
            {
                writer.Rollback();
            }
        }
        catch (Exception)
        {
            // Tried again before the next group; the callers get the first reason.
        }

        var explained = file.Explain(reason);
        group.ForEach(request => request.Fail(explained));
    }
}

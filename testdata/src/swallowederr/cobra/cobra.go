// Package cobra holds commands that return their errors.
package cobra

import (
	"errors"
	"os"

	"github.com/spf13/cobra"
)

var errNoConfig = errors.New("no config")

// export (good): what RunE returns is printed by cobra.
func export() *cobra.Command {
	return &cobra.Command{
		Use: "export",
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := os.ReadFile("config.yaml")
			if err != nil {
				return err
			}
			return os.WriteFile("config.out", data, 0o600)
		},
	}
}

// exportDrop (bad): the command says that all went well.
func exportDrop() *cobra.Command {
	return &cobra.Command{
		Use: "export",
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := os.ReadFile("config.yaml")
			if err != nil { // want `error from os\.ReadFile is dropped: .*\(dropped\)`
				return nil
			}
			return os.WriteFile("config.out", data, 0o600)
		},
	}
}

// exportReplaced (bad): why it could not be read is gone.
func exportReplaced() *cobra.Command {
	return &cobra.Command{
		Use: "export",
		RunE: func(cmd *cobra.Command, args []string) error {
			data, err := os.ReadFile("config.yaml")
			if err != nil {
				return errNoConfig // want `error from os\.ReadFile is replaced: .*\(replaced\)`
			}
			return os.WriteFile("config.out", data, 0o600)
		},
	}
}

// exportPrinted (good): printed to the command's standard error.
func exportPrinted() *cobra.Command {
	return &cobra.Command{
		Use: "export",
		Run: func(cmd *cobra.Command, args []string) {
			if err := os.WriteFile("config.out", nil, 0o600); err != nil {
				cmd.PrintErrln("export:", err)
				return
			}
			cmd.Println("exported")
		},
	}
}

// exportPrintedBare (bad): printed that, not why.
func exportPrintedBare() *cobra.Command {
	return &cobra.Command{
		Use: "export",
		Run: func(cmd *cobra.Command, args []string) {
			if err := os.WriteFile("config.out", nil, 0o600); err != nil {
				cmd.PrintErrln("could not export") // want `error from os\.WriteFile is missing from the line logged for it.*\(novalue\)`
				return
			}
			cmd.Println("exported")
		},
	}
}

// exportChecked (good): CheckErr prints and ends the program.
func exportChecked() *cobra.Command {
	return &cobra.Command{
		Use: "export",
		Run: func(cmd *cobra.Command, args []string) {
			err := os.WriteFile("config.out", nil, 0o600)
			cobra.CheckErr(err)
			cmd.Println("exported")
		},
	}
}

// flags (good): these fail only for a flag that is not there.
func flags(cmd *cobra.Command) string {
	cmd.Flags().String("out", "", "where to write")
	cmd.MarkFlagRequired("out")
	out, _ := cmd.Flags().GetString("out")
	return out
}

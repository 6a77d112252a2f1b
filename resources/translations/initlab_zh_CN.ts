<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About InitLab</source>
        <translation>关于 InitLab</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Rewind</source>
        <translation>回到起点</translation>
    </message>
    <message>
        <source>Back to step 0 with the same weights, bit for bit</source>
        <translation>回到第 0 步，初始权重一位不差</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>后退</translation>
    </message>
    <message>
        <source>One step back: every panel shows it</source>
        <translation>后退一步：所有面板都显示那一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Pause the training</source>
        <translation>暂停训练</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Train until paused</source>
        <translation>一直训练，直到暂停</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>单步</translation>
    </message>
    <message>
        <source>Take one step: one update of the weights</source>
        <translation>走一步：权重更新一次</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>一轮</translation>
    </message>
    <message>
        <source>Take the steps of one pass over the data</source>
        <translation>走完一轮：把全部数据用一遍</translation>
    </message>
    <message>
        <source>New draw</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Draw new weights with the next seed</source>
        <translation>用下一个种子抽取新的权重</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认设置</translation>
    </message>
    <message>
        <source>Return to the experiment of the first start</source>
        <translation>恢复为首次启动时的实验</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Restore &amp;unsaved work</source>
        <translation>恢复未保存的内容(&amp;U)</translation>
    </message>
    <message>
        <source>Open the changes that were not saved when the window was last closed</source>
        <translation>打开上次关闭窗口时没有保存的改动</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the experiment under another name</source>
        <translation>用另一个名字保存实验</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>关闭窗口</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last edit</source>
        <translation>撤销上一次修改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Apply the edit again</source>
        <translation>重新应用这次修改</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Larger type everywhere</source>
        <translation>所有文字变大</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Smaller type everywhere</source>
        <translation>所有文字变小</translation>
    </message>
    <message>
        <source>&amp;Normal size</source>
        <translation>正常大小(&amp;N)</translation>
    </message>
    <message>
        <source>Type at 100 %</source>
        <translation>文字恢复为 100 %</translation>
    </message>
    <message>
        <source>Present</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>Full screen, for the projector</source>
        <translation>全屏，供投影使用</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>打开日志(&amp;L)</translation>
    </message>
    <message>
        <source>Open the folder of the log file</source>
        <translation>打开日志文件所在的文件夹</translation>
    </message>
    <message>
        <source>&amp;About InitLab</source>
        <translation>关于 InitLab(&amp;A)</translation>
    </message>
    <message>
        <source>Version and libraries</source>
        <translation>版本与所用的库</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>Space trains. Change the initializer on the left.</source>
        <translation>按空格键训练。在左边换一种初始化方法。</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Term before (Left)</source>
        <translation>上一项（←）</translation>
    </message>
    <message>
        <source>Next term (Right)</source>
        <translation>下一项（→）</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
</context>
<context>
    <name>DataPanel</name>
    <message>
        <source>Choose a CSV file</source>
        <translation>选择 CSV 文件</translation>
    </message>
    <message>
        <source>Tables (*.csv *.tsv *.txt)</source>
        <translation>表格 (*.csv *.tsv *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Change the data</source>
        <translation>修改数据</translation>
    </message>
    <message>
        <source>Change the loss</source>
        <translation>修改损失函数</translation>
    </message>
    <message>
        <source>Change the training</source>
        <translation>修改训练设置</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>&amp;Dataset</source>
        <translation>数据集(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Loss</source>
        <translation>损失函数(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Optimizer</source>
        <translation>优化器(&amp;O)</translation>
    </message>
</context>
<context>
    <name>DecisionPlot</name>
    <message>
        <source>The answer at each point</source>
        <translation>每一点的输出</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Needs data with two inputs</source>
        <translation>需要恰好有两个输入的数据</translation>
    </message>
    <message>
        <source>answer {value}</source>
        <translation>输出 {value}</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>class {name}</source>
        <translation>类别 {name}</translation>
    </message>
    <message>
        <source>train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>train {percent} % right</source>
        <translation>训练 {percent} % 正确</translation>
    </message>
    <message>
        <source>test {percent} %</source>
        <translation>测试 {percent} %</translation>
    </message>
</context>
<context>
    <name>DiagnosisLine</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭这条消息</translation>
    </message>
</context>
<context>
    <name>DiagramView</name>
    <message>
        <source>Network diagram</source>
        <translation>网络图</translation>
    </message>
    <message>
        <source>Number of neurons</source>
        <translation>神经元个数</translation>
    </message>
    <message>
        <source>1 to {most} neurons</source>
        <translation>1 到 {most} 个神经元</translation>
    </message>
</context>
<context>
    <name>DistributionPlot</name>
    <message>
        <source>Outputs A</source>
        <translation>输出 A</translation>
    </message>
    <message>
        <source>Sums Z</source>
        <translation>加权和 Z</translation>
    </message>
    <message>
        <source>Weights W</source>
        <translation>权重 W</translation>
    </message>
    <message>
        <source>Gradients dZ</source>
        <translation>梯度 dZ</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>量</translation>
    </message>
    <message>
        <source>How the numbers of each layer are spread</source>
        <translation>每一层的数值如何分布</translation>
    </message>
    <message>
        <source>not
finite</source>
        <translation>非有
限值</translation>
    </message>
    <message>
        <source>{dead} of {units}
dead</source>
        <translation>{units} 个中
{dead} 个已死</translation>
    </message>
    <message>
        <source>{percent} %
saturated</source>
        <translation>{percent} %
饱和</translation>
    </message>
    <message>
        <source>layer {layer}: {mean} ± {std}</source>
        <translation>第 {layer} 层：{mean} ± {std}</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} 到 {high}：{count} 个</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Initializer</source>
        <translation>初始化</translation>
    </message>
    <message>
        <source>Data and training</source>
        <translation>数据与训练</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Gradients</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>决策边界</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>逐层信号</translation>
    </message>
    <message>
        <source>Distributions</source>
        <translation>分布</translation>
    </message>
    <message>
        <source>Updates</source>
        <translation>更新量</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>初始权重</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>大纲</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>New draw</source>
        <translation>重新抽取</translation>
    </message>
    <message>
        <source>Defaults</source>
        <translation>默认设置</translation>
    </message>
</context>
<context>
    <name>EquationsView</name>
    <message>
        <source>Choose neurons in the diagram to lead the path through them</source>
        <translation>在图中选神经元，让路径经过它们</translation>
    </message>
    <message>
        <source>Choose a neuron in the diagram to light its row</source>
        <translation>在图中选一个神经元，点亮它的那一行</translation>
    </message>
    <message>
        <source>Equations</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>All equations</source>
        <translation>全部公式</translation>
    </message>
</context>
<context>
    <name>ErrorDialog</name>
    <message>
        <source>InitLab: an error</source>
        <translation>InitLab：出错了</translation>
    </message>
    <message>
        <source>Something went wrong that InitLab did not foresee. Your experiment is kept; please save it. The text below helps whoever mends it.</source>
        <translation>发生了 InitLab 没有预料到的错误。您的实验还在，请保存。下面的文字有助于修复这个错误。</translation>
    </message>
    <message>
        <source>Errors since then, in the log: {}</source>
        <translation>此后又发生的错误（见日志）：{}</translation>
    </message>
    <message>
        <source>Text of the error</source>
        <translation>错误信息</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Show &amp;log</source>
        <translation>打开日志(&amp;L)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Files</name>
    <message>
        <source>Open an experiment</source>
        <translation>打开实验</translation>
    </message>
    <message>
        <source>Save the experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Restore unsaved work</source>
        <translation>恢复未保存的内容</translation>
    </message>
    <message>
        <source>Experiments (*{})</source>
        <translation>实验 (*{})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FormulaLabel</name>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>方差</translation>
    </message>
    <message>
        <source>σ of</source>
        <translation>σ 针对</translation>
    </message>
    <message>
        <source>measured σ</source>
        <translation>实测 σ</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>… {} more layers …</source>
        <translation>…… 还有 {} 层 ……</translation>
    </message>
</context>
<context>
    <name>GradientPlot</name>
    <message>
        <source>Gradient of each neuron</source>
        <translation>每个神经元的梯度</translation>
    </message>
    <message>
        <source>|dJ/dW|, log10</source>
        <translation>|dJ/dW|，log10</translation>
    </message>
    <message>
        <source>|dJ/dW|</source>
        <translation>|dJ/dW|</translation>
    </message>
    <message>
        <source>Gradient of the chosen neurons</source>
        <translation>所选神经元的梯度</translation>
    </message>
    <message>
        <source>neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Click a row to give its neuron a line of its own</source>
        <translation>单击一行，为该神经元单独画一条曲线</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>smallest {value}</source>
        <translation>最小 {value}</translation>
    </message>
    <message>
        <source>largest {value}</source>
        <translation>最大 {value}</translation>
    </message>
    <message>
        <source>L{layer}</source>
        <translation>L{layer}</translation>
    </message>
    <message>
        <source>L{layer} n{neuron}</source>
        <translation>L{layer} n{neuron}</translation>
    </message>
</context>
<context>
    <name>InitializerPanel</name>
    <message>
        <source>Change the initializer</source>
        <translation>修改初始化方法</translation>
    </message>
    <message>
        <source>Change the biases</source>
        <translation>修改偏置</translation>
    </message>
    <message>
        <source>Change σ</source>
        <translation>修改 σ</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>作用于(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Weights</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Biases</source>
        <translation>偏置(&amp;B)</translation>
    </message>
</context>
<context>
    <name>LayerPlot</name>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>L{layer}</source>
        <translation>L{layer}</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>What the edges say</source>
        <translation>连线表示什么</translation>
    </message>
    <message>
        <source>|gradient|</source>
        <translation>|梯度|</translation>
    </message>
    <message>
        <source>not finite</source>
        <translation>非有限值</translation>
    </message>
    <message>
        <source>Legend of the network diagram</source>
        <translation>网络图的图例</translation>
    </message>
</context>
<context>
    <name>LossPlot</name>
    <message>
        <source>Log scale</source>
        <translation>对数坐标</translation>
    </message>
    <message>
        <source>Equal distances for equal ratios: small losses stay visible</source>
        <translation>相同的比值占相同的距离：很小的损失也看得清</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Press Space to train</source>
        <translation>按空格键开始训练</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>train {loss}</source>
        <translation>训练 {loss}</translation>
    </message>
    <message>
        <source>How wrong it is</source>
        <translation>错得有多厉害</translation>
    </message>
    <message>
        <source>test {loss}</source>
        <translation>测试 {loss}</translation>
    </message>
    <message>
        <source>ln {classes} = {value}: knows nothing</source>
        <translation>ln {classes} = {value}：等于瞎猜</translation>
    </message>
    <message>
        <source>loss J (nats)</source>
        <translation>损失 J（奈特）</translation>
    </message>
    <message>
        <source>loss J (squared error)</source>
        <translation>损失 J（平方误差）</translation>
    </message>
    <message>
        <source>loss J (× variance of {target})</source>
        <translation>损失 J（× {target} 的方差）</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
</context>
<context>
    <name>MatrixPanel</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>First weights and biases</source>
        <translation>初始权重和偏置</translation>
    </message>
    <message>
        <source>At step 0, a row a neuron. Type a number, or paste from a spreadsheet.</source>
        <translation>第 0 步的值，每行一个神经元。可直接输入，也可从电子表格粘贴。</translation>
    </message>
    <message>
        <source>Type a number</source>
        <translation>输入一个数</translation>
    </message>
    <message>
        <source>Paste numbers</source>
        <translation>粘贴数值</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Panels</source>
        <translation>面板(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Projector (white)</source>
        <translation>投影（白底）(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Default layout</source>
        <translation>默认布局(&amp;D)</translation>
    </message>
    <message>
        <source>Fit to the window</source>
        <translation>适合窗口</translation>
    </message>
    <message>
        <source>Does not fit the loss: {loss}</source>
        <translation>与损失函数不匹配：{loss}</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>激活函数</translation>
    </message>
    <message>
        <source>Nudge its first weight</source>
        <translation>微调它的第一个权重</translation>
    </message>
    <message>
        <source>Line in the gradient plot</source>
        <translation>在梯度图中单独画线</translation>
    </message>
    <message>
        <source>Type the weight…</source>
        <translation>输入权重…</translation>
    </message>
    <message>
        <source>Type the bias…</source>
        <translation>输入偏置…</translation>
    </message>
    <message>
        <source>Nudge the weight by {}</source>
        <translation>把权重微调 {}</translation>
    </message>
    <message>
        <source>Nudge the bias by {}</source>
        <translation>把偏置微调 {}</translation>
    </message>
    <message>
        <source>Number of neurons</source>
        <translation>神经元个数</translation>
    </message>
    <message>
        <source>Add a neuron</source>
        <translation>添加一个神经元</translation>
    </message>
    <message>
        <source>Remove a neuron</source>
        <translation>删除一个神经元</translation>
    </message>
    <message>
        <source>Remove the layer</source>
        <translation>删除该层</translation>
    </message>
    <message>
        <source>The data decide what the output is.</source>
        <translation>输出层由数据决定。</translation>
    </message>
    <message>
        <source>Add a layer after</source>
        <translation>在后面添加一层</translation>
    </message>
    <message>
        <source>Add a layer before</source>
        <translation>在前面添加一层</translation>
    </message>
    <message>
        <source>Add a layer</source>
        <translation>添加一层</translation>
    </message>
    <message>
        <source>Duplicate the layer</source>
        <translation>复制出同样的一层</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
</context>
<context>
    <name>Misfit</name>
    <message>
        <source>{rule} was made for {made_for}; {layer} uses {activation}.</source>
        <translation>{rule} 是为 {made_for} 设计的；{layer}用的是 {activation}。</translation>
    </message>
    <message>
        <source>{text} Neither fit: {layers}.</source>
        <translation>{text}同样不合适的还有：{layers}。</translation>
    </message>
</context>
<context>
    <name>NumberEditor</name>
    <message>
        <source>{symbol} at step 0</source>
        <translation>第 0 步的 {symbol}</translation>
    </message>
</context>
<context>
    <name>OutlineModel</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Neuron {}</source>
        <translation>神经元 {}</translation>
    </message>
    <message>
        <source>|gradient| = {}</source>
        <translation>|梯度| = {}</translation>
    </message>
</context>
<context>
    <name>OutlinePanel</name>
    <message>
        <source>Outline of the network</source>
        <translation>网络的大纲</translation>
    </message>
    <message>
        <source>A weight or bias that is typed here counts from step 0 on.</source>
        <translation>在这里输入的权重或偏置从第 0 步起生效。</translation>
    </message>
</context>
<context>
    <name>RuleRows</name>
    <message>
        <source>With this choice all biases are {value}</source>
        <translation>这样选择时，所有偏置都是 {value}</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Run bar</source>
        <translation>运行栏</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The same seed draws the same weights</source>
        <translation>种子相同，抽到的权重就相同</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed: from one step a second to as fast as it goes</source>
        <translation>速度：从每秒一步到全速</translation>
    </message>
    <message>
        <source>step {}</source>
        <translation>第 {} 步</translation>
    </message>
    <message>
        <source>{} steps/s</source>
        <translation>{} 步/秒</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>Change the seed</source>
        <translation>修改种子</translation>
    </message>
</context>
<context>
    <name>ScaleRow</name>
    <message>
        <source>Drag to scale the weights; each tick is a factor of 10</source>
        <translation>拖动以缩放权重；每一格是 10 倍</translation>
    </message>
    <message>
        <source>{rule} fixes the weights&apos; scale itself. Choose Normal or Scaled normal to set σ.</source>
        <translation>{rule} 自己决定权重的尺度。要设置 σ，请选“正态”或“缩放正态”。</translation>
    </message>
</context>
<context>
    <name>Scaling</name>
    <message>
        <source>Standardized by the training data, mean ± std: {rows}</source>
        <translation>已按训练数据标准化，均值 ± 标准差：{rows}</translation>
    </message>
</context>
<context>
    <name>ScopeCombo</name>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>{layer} ({units})</source>
        <translation>{layer}（{units}）</translation>
    </message>
    <message>
        <source>Layers {}</source>
        <translation>第 {} 层</translation>
    </message>
</context>
<context>
    <name>SignalPlot</name>
    <message>
        <source>How strong the signal is in each layer</source>
        <translation>每一层的信号有多强</translation>
    </message>
    <message>
        <source>standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>forward A {std}</source>
        <translation>前向 A {std}</translation>
    </message>
    <message>
        <source>back dZ {std}</source>
        <translation>反向 dZ {std}</translation>
    </message>
    <message>
        <source>theory {std}</source>
        <translation>理论 {std}</translation>
    </message>
    <message>
        <source>forward A {first} → {last}</source>
        <translation>前向 A {first} → {last}</translation>
    </message>
    <message>
        <source>back dZ {last} → {first}</source>
        <translation>反向 dZ {last} → {first}</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>理论</translation>
    </message>
</context>
<context>
    <name>StructForm</name>
    <message>
        <source>“{text}” is not allowed here: enter {allowed}.</source>
        <translation>这里不能填“{text}”：请输入{allowed}。</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Go to any step of this run: every panel follows</source>
        <translation>去到这次训练的任意一步：所有面板都跟随</translation>
    </message>
</context>
<context>
    <name>UpdatePlot</name>
    <message>
        <source>How much a step changes the weights</source>
        <translation>一步改变权重多少</translation>
    </message>
    <message>
        <source>std(update) / std(W)</source>
        <translation>std(更新) / std(W)</translation>
    </message>
    <message>
        <source>layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
    <message>
        <source>{ratio} of its weights&apos; size</source>
        <translation>是权重大小的 {ratio}</translation>
    </message>
    <message>
        <source>{ratio}: a good step</source>
        <translation>{ratio}：合适的步子</translation>
    </message>
    <message>
        <source>slowest: {ratio} in layer {layer}</source>
        <translation>最慢：第 {layer} 层 {ratio}</translation>
    </message>
    <message>
        <source>fastest: {ratio} in layer {layer}</source>
        <translation>最快：第 {layer} 层 {ratio}</translation>
    </message>
</context>
<context>
    <name>Verbs</name>
    <message>
        <source>Add layer</source>
        <translation>添加层</translation>
    </message>
    <message>
        <source>Remove layer</source>
        <translation>删除层</translation>
    </message>
    <message>
        <source>Cut layers</source>
        <translation>剪切层</translation>
    </message>
    <message>
        <source>Insert layers</source>
        <translation>插入层</translation>
    </message>
    <message>
        <source>Move layer</source>
        <translation>移动层</translation>
    </message>
    <message>
        <source>Add neuron</source>
        <translation>添加神经元</translation>
    </message>
    <message>
        <source>Remove neuron</source>
        <translation>删除神经元</translation>
    </message>
    <message>
        <source>Change the number of neurons</source>
        <translation>修改神经元个数</translation>
    </message>
    <message>
        <source>Change the activation</source>
        <translation>修改激活函数</translation>
    </message>
    <message>
        <source>Type a weight</source>
        <translation>输入权重</translation>
    </message>
    <message>
        <source>Type a bias</source>
        <translation>输入偏置</translation>
    </message>
    <message>
        <source>Nudge a weight</source>
        <translation>微调权重</translation>
    </message>
    <message>
        <source>Nudge a bias</source>
        <translation>微调偏置</translation>
    </message>
</context>
<context>
    <name>WeightHistogram</name>
    <message>
        <source>Drawn weights</source>
        <translation>抽到的权重</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>count</source>
        <translation>个数</translation>
    </message>
    <message>
        <source>{low} to {high}: {count}</source>
        <translation>{low} 到 {high}：{count} 个</translation>
    </message>
    <message>
        <source>theory: {mean} ± {sigma}</source>
        <translation>理论：{mean} ± {sigma}</translation>
    </message>
</context>
<context>
    <name>activations</name>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoid</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>ELU</source>
        <translation>ELU</translation>
    </message>
    <message>
        <source>SELU</source>
        <translation>SELU</translation>
    </message>
    <message>
        <source>GELU</source>
        <translation>GELU</translation>
    </message>
    <message>
        <source>SiLU</source>
        <translation>SiLU</translation>
    </message>
    <message>
        <source>softplus</source>
        <translation>softplus</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>softmax</translation>
    </message>
</context>
<context>
    <name>choices</name>
    <message>
        <source>Fan in (forward)</source>
        <translation>扇入（前向）</translation>
    </message>
    <message>
        <source>Fan out (backward)</source>
        <translation>扇出（反向）</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>datasets</name>
    <message>
        <source>Circles</source>
        <translation>同心圆</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Gaussians</source>
        <translation>高斯团</translation>
    </message>
    <message>
        <source>Spiral</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>CSV file</source>
        <translation>CSV 文件</translation>
    </message>
    <message>
        <source>Ball anywhere</source>
        <translation>任意位置的球</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>平面</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Houses</source>
        <translation>房价</translation>
    </message>
    <message>
        <source>Stream</source>
        <translation>数据流</translation>
    </message>
</context>
<context>
    <name>diagram</name>
    <message>
        <source>1 feature</source>
        <translation>1 个特征</translation>
    </message>
    <message>
        <source>{count} features</source>
        <translation>{count} 个特征</translation>
    </message>
    <message>
        <source>Input {name}</source>
        <translation>输入 {name}</translation>
    </message>
    <message>
        <source>1 neuron</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <source>{count} neurons</source>
        <translation>{count} 个神经元</translation>
    </message>
    <message>
        <source>… {count} more …</source>
        <translation>…… 还有 {count} 个 ……</translation>
    </message>
    <message>
        <source>{neuron}: |gradient| = {value}</source>
        <translation>{neuron}：|梯度| = {value}</translation>
    </message>
    <message>
        <source>{neuron}; identical neurons beside it: {count}</source>
        <translation>{neuron}；与它完全相同的神经元：{count} 个</translation>
    </message>
    <message>
        <source>{neuron}; dead: never above 0</source>
        <translation>{neuron}；已死：从不大于 0</translation>
    </message>
    <message>
        <source>{neuron}; saturated for {share} % of the samples</source>
        <translation>{neuron}；在 {share} % 的样本上饱和</translation>
    </message>
    <message>
        <source>Add a layer here</source>
        <translation>在这里添加一层</translation>
    </message>
    <message>
        <source>Choose the activation</source>
        <translation>选择激活函数</translation>
    </message>
    <message>
        <source>First weights: {weights}; first biases: {biases}</source>
        <translation>初始权重：{weights}；初始偏置：{biases}</translation>
    </message>
    <message>
        <source>The data decide how many outputs there are.</source>
        <translation>输出的个数由数据决定。</translation>
    </message>
    <message>
        <source>Type the number of neurons</source>
        <translation>输入神经元个数</translation>
    </message>
    <message>
        <source>A layer needs at least one neuron.</source>
        <translation>一层至少要有一个神经元。</translation>
    </message>
    <message>
        <source>Remove a neuron</source>
        <translation>删除一个神经元</translation>
    </message>
    <message>
        <source>A layer has at most {most} neurons.</source>
        <translation>一层最多有 {most} 个神经元。</translation>
    </message>
    <message>
        <source>Add a neuron</source>
        <translation>添加一个神经元</translation>
    </message>
</context>
<context>
    <name>equations</name>
    <message>
        <source>row sums</source>
        <translation>按行求和</translation>
    </message>
    <message>
        <source>Layer {layer}: weighted sums plus biases</source>
        <translation>第 {layer} 层：加权和加偏置</translation>
    </message>
    <message>
        <source>Layer {layer}: the activation of each sum</source>
        <translation>第 {layer} 层：对每个和取激活</translation>
    </message>
    <message>
        <source>Layer {layer}: how A changes the loss</source>
        <translation>第 {layer} 层：A 如何影响损失</translation>
    </message>
    <message>
        <source>Layer {layer}: how Z changes the loss</source>
        <translation>第 {layer} 层：Z 如何影响损失</translation>
    </message>
    <message>
        <source>Layer {layer}: gradient of the weights</source>
        <translation>第 {layer} 层：权重的梯度</translation>
    </message>
    <message>
        <source>Layer {layer}: gradient of the biases</source>
        <translation>第 {layer} 层：偏置的梯度</translation>
    </message>
    <message>
        <source>One path: a w and a g′ per layer</source>
        <translation>一条路径：每层一个 w 和一个 g′</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Std. dev. σ</source>
        <translation>标准差 σ</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>系数</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>模式</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Inputs a unit</source>
        <translation>每个单元的输入数</translation>
    </message>
    <message>
        <source>σ uncut</source>
        <translation>截断前的 σ</translation>
    </message>
    <message>
        <source>σ of these</source>
        <translation>这些连接的 σ</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本数</translation>
    </message>
    <message>
        <source>Test samples</source>
        <translation>测试样本数</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Pixels a side</source>
        <translation>每边像素</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>特征</translation>
    </message>
    <message>
        <source>Slope a₁</source>
        <translation>斜率 a₁</translation>
    </message>
    <message>
        <source>Slope a₂</source>
        <translation>斜率 a₂</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Inner radius</source>
        <translation>内圆半径</translation>
    </message>
    <message>
        <source>Data seed</source>
        <translation>数据种子</translation>
    </message>
    <message>
        <source>Test data seed</source>
        <translation>测试数据种子</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Target column</source>
        <translation>目标列</translation>
    </message>
    <message>
        <source>Predicts</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Test share</source>
        <translation>测试比例</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Decay β₁</source>
        <translation>衰减 β₁</translation>
    </message>
    <message>
        <source>Decay β₂</source>
        <translation>衰减 β₂</translation>
    </message>
    <message>
        <source>Epsilon ε</source>
        <translation>ε</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>New each step</source>
        <translation>每步新样本</translation>
    </message>
    <message>
        <source>L2 penalty λ</source>
        <translation>L2 惩罚 λ</translation>
    </message>
    <message>
        <source>Clip gradient at</source>
        <translation>梯度裁剪阈值</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>one</source>
        <translation>一个</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>不一致</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>Diverged at step {step}: {place} was the first to overflow. Rewind to go back.</source>
        <translation>在第 {step} 步发散：{place} 最先溢出。请用“回到起点”返回。</translation>
    </message>
    <message>
        <source>Every weight gradient is exactly 0: no weight can move.</source>
        <translation>所有权重的梯度都恰好是 0：权重一个也动不了。</translation>
    </message>
    <message>
        <source>Every weight gradient is exactly 0: only the output bias can move.</source>
        <translation>所有权重的梯度都恰好是 0：只有输出层的偏置能动。</translation>
    </message>
    <message>
        <source>Layer {layer}: {units} neurons work like {effective}, their weights are identical.</source>
        <translation>第 {layer} 层：{units} 个神经元只相当于 {effective} 个，它们的权重完全相同。</translation>
    </message>
    <message>
        <source>Layer {layer}: {dead} of {units} neurons are dead, never above 0 on the data.</source>
        <translation>第 {layer} 层：{units} 个神经元中有 {dead} 个已死，在这些数据上从不大于 0。</translation>
    </message>
    <message>
        <source>Layer {layer}: {share} of the activations are saturated, where hardly a gradient passes.</source>
        <translation>第 {layer} 层：{share} 的激活值已饱和，梯度几乎传不过去。</translation>
    </message>
    <message>
        <source>Layer {layer}: the gradient explodes, {gradient} a weight; 0.01 to 1 is healthy.</source>
        <translation>第 {layer} 层：梯度爆炸，每个权重约 {gradient}；0.01 到 1 才健康。</translation>
    </message>
    <message>
        <source>Layer {layer}: the gradient vanishes, {gradient} a weight; 0.01 to 1 is healthy.</source>
        <translation>第 {layer} 层：梯度消失，每个权重约 {gradient}；0.01 到 1 才健康。</translation>
    </message>
    <message>
        <source>Slow: a step changes the weights by {ratio} of their size; about 0.001 is usual.</source>
        <translation>太慢：一步只改变权重大小的 {ratio}；通常约为 0.001。</translation>
    </message>
    <message>
        <source>At chance: the loss is {loss} after {steps} steps, and guessing costs {chance}.</source>
        <translation>等于瞎猜：{steps} 步后损失为 {loss}，而瞎猜的损失是 {chance}。</translation>
    </message>
    <message>
        <source>Overfitting: test loss {test_loss}, training loss {train_loss}; at step {step} the test loss was {best}.</source>
        <translation>过拟合：测试损失 {test_loss}，训练损失 {train_loss}；第 {step} 步时测试损失曾为 {best}。</translation>
    </message>
    <message>
        <source>Layer {layer}: every weight gradient is exactly 0, its weights can&apos;t move.</source>
        <translation>第 {layer} 层：权重的梯度都恰好是 0，这一层的权重动不了。</translation>
    </message>
    <message>
        <source>Gradients reach every layer.</source>
        <translation>梯度能传到每一层。</translation>
    </message>
    <message>
        <source>Ready at step 0. Press Space to train.</source>
        <translation>已就绪，在第 0 步。按空格键开始训练。</translation>
    </message>
    <message>
        <source>the loss</source>
        <translation>损失</translation>
    </message>
</context>
<context>
    <name>groups</name>
    <message>
        <source>All equal</source>
        <translation>全部相等</translation>
    </message>
    <message>
        <source>Spread chosen by hand</source>
        <translation>自选的散布</translation>
    </message>
    <message>
        <source>Spread by the layer&apos;s size</source>
        <translation>按层的大小定散布</translation>
    </message>
    <message>
        <source>The matrix as a whole</source>
        <translation>整个矩阵</translation>
    </message>
    <message>
        <source>As other programs start</source>
        <translation>其他程序的默认</translation>
    </message>
</context>
<context>
    <name>initializers</name>
    <message>
        <source>Zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>常数</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正态</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>均匀</translation>
    </message>
    <message>
        <source>Scaled normal</source>
        <translation>缩放正态</translation>
    </message>
    <message>
        <source>Xavier normal</source>
        <translation>Xavier 正态</translation>
    </message>
    <message>
        <source>Xavier uniform</source>
        <translation>Xavier 均匀</translation>
    </message>
    <message>
        <source>He normal</source>
        <translation>He 正态</translation>
    </message>
    <message>
        <source>He uniform</source>
        <translation>He 均匀</translation>
    </message>
    <message>
        <source>Truncated normal</source>
        <translation>截断正态</translation>
    </message>
    <message>
        <source>LeCun normal</source>
        <translation>LeCun 正态</translation>
    </message>
    <message>
        <source>LeCun uniform</source>
        <translation>LeCun 均匀</translation>
    </message>
    <message>
        <source>Orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>Identity</source>
        <translation>单位矩阵</translation>
    </message>
    <message>
        <source>Sparse</source>
        <translation>稀疏</translation>
    </message>
    <message>
        <source>LSUV</source>
        <translation>LSUV</translation>
    </message>
    <message>
        <source>PyTorch Linear</source>
        <translation>PyTorch Linear</translation>
    </message>
    <message>
        <source>Keras Dense</source>
        <translation>Keras Dense</translation>
    </message>
    <message>
        <source>TensorFlow Playground</source>
        <translation>TensorFlow Playground</translation>
    </message>
    <message>
        <source>Typed by hand</source>
        <translation>手工填写</translation>
    </message>
</context>
<context>
    <name>losses</name>
    <message>
        <source>Binary cross-entropy</source>
        <translation>二元交叉熵</translation>
    </message>
    <message>
        <source>Mean squared error</source>
        <translation>均方误差</translation>
    </message>
    <message>
        <source>Cross-entropy</source>
        <translation>交叉熵</translation>
    </message>
</context>
<context>
    <name>names</name>
    <message>
        <source>Layer {layer}, neuron {neuron}</source>
        <translation>第 {layer} 层第 {neuron} 个神经元</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>输出</translation>
    </message>
    <message>
        <source>Layer {layer}</source>
        <translation>第 {layer} 层</translation>
    </message>
</context>
<context>
    <name>optimizers</name>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>Classical momentum</source>
        <translation>经典动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>RMSprop</source>
        <translation>RMSprop</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
</context>
<context>
    <name>problems</name>
    <message>
        <source>{place}: {sentence}</source>
        <translation>{place}：{sentence}</translation>
    </message>
    <message>
        <source> or </source>
        <translation>或</translation>
    </message>
    <message>
        <source> and </source>
        <translation>且</translation>
    </message>
    <message>
        <source>{kind}, {allowed}</source>
        <translation>{kind}，{allowed}</translation>
    </message>
    <message>
        <source>at least {}</source>
        <translation>至少为 {}</translation>
    </message>
    <message>
        <source>at most {}</source>
        <translation>至多为 {}</translation>
    </message>
    <message>
        <source>more than {}</source>
        <translation>大于 {}</translation>
    </message>
    <message>
        <source>less than {}</source>
        <translation>小于 {}</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整数</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>数</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>an object {…}</source>
        <translation>对象 {…}</translation>
    </message>
    <message>
        <source>a list […]</source>
        <translation>列表 […]</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>this is a folder</source>
        <translation>这是一个文件夹</translation>
    </message>
    <message>
        <source>this is a file, not a folder</source>
        <translation>这是文件，不是文件夹</translation>
    </message>
    <message>
        <source>permission denied</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>the system refused</source>
        <translation>系统拒绝了</translation>
    </message>
    <message>
        <source>this is not text; save it as UTF-8 text</source>
        <translation>这不是文本；请另存为 UTF-8 文本</translation>
    </message>
    <message>
        <source>this is not JSON: mistake at line {line}, column {column}</source>
        <translation>这不是 JSON：第 {line} 行第 {column} 列有错</translation>
    </message>
    <message>
        <source>nested too deeply for an experiment</source>
        <translation>嵌套太深，不是实验文件</translation>
    </message>
    <message>
        <source>“{key}” stands here twice; keep one</source>
        <translation>“{key}”在这里出现了两次；请只留一个</translation>
    </message>
    <message>
        <source>unknown key “{field}”; allowed: {allowed}</source>
        <translation>未知的键“{field}”；可用的有：{allowed}</translation>
    </message>
    <message>
        <source>unknown key “{field}”; did you mean “{guess}”? Allowed: {allowed}</source>
        <translation>未知的键“{field}”；是不是“{guess}”？可用的有：{allowed}</translation>
    </message>
    <message>
        <source>“{field}” is missing here</source>
        <translation>这里缺少“{field}”</translation>
    </message>
    <message>
        <source>must be {expected}; found {found}</source>
        <translation>应为{expected}；实际为{found}</translation>
    </message>
    <message>
        <source>must be a finite number; found {found}</source>
        <translation>应为有限的数；实际为 {found}</translation>
    </message>
    <message>
        <source>must be {limit}; found {found}</source>
        <translation>应{limit}；实际为 {found}</translation>
    </message>
    <message>
        <source>must hold {limit} entries; found {found}</source>
        <translation>项数应{limit}；实际为 {found}</translation>
    </message>
    <message>
        <source>must have {limit} characters; found {found}</source>
        <translation>字符数应{limit}；实际为 {found}</translation>
    </message>
    <message>
        <source>unknown name “{found}”; allowed: {allowed}</source>
        <translation>未知的名称“{found}”；可用的有：{allowed}</translation>
    </message>
    <message>
        <source>unknown name “{found}”; did you mean “{guess}”? Allowed: {allowed}</source>
        <translation>未知的名称“{found}”；是不是“{guess}”？可用的有：{allowed}</translation>
    </message>
    <message>
        <source>format {found} is another version&apos;s; this InitLab reads format {allowed}</source>
        <translation>格式 {found} 属于别的版本；这个 InitLab 读格式 {allowed}</translation>
    </message>
    <message>
        <source>holds a control character; use letters, digits and signs</source>
        <translation>含有控制字符；请只用文字、数字和符号</translation>
    </message>
    <message>
        <source>low must not be above high</source>
        <translation>下限不能大于上限</translation>
    </message>
    <message>
        <source>this layer needs {needed} rows, one for each unit; found {found}</source>
        <translation>这一层需要 {needed} 行，每个单元一行；实际为 {found} 行</translation>
    </message>
    <message>
        <source>this row needs {needed} numbers, one for each input (biases: 1); found {found}</source>
        <translation>这一行需要 {needed} 个数，每个输入一个（偏置：1 个）；实际为 {found} 个</translation>
    </message>
    <message>
        <source>{found} weights are too many; at most {most} are allowed</source>
        <translation>{found} 个权重太多；最多允许 {most} 个</translation>
    </message>
    <message>
        <source>these samples and units make {found} activations, at most {most} are allowed; take fewer samples or units</source>
        <translation>这些样本和单元共有 {found} 个激活值，最多允许 {most} 个；请减少样本或单元</translation>
    </message>
    <message>
        <source>{found} samples for training and testing, but there are only {most}</source>
        <translation>训练和测试共要 {found} 个样本，但一共只有 {most} 个</translation>
    </message>
    <message>
        <source>this loss is for classes, these data are values; use mean_squared_error</source>
        <translation>这个损失函数用于类别，而这些数据是数值；请用 mean_squared_error</translation>
    </message>
    <message>
        <source>this loss needs at least {least} outputs, one for each class, and the data have {found}; use binary_cross_entropy or mean_squared_error</source>
        <translation>这个损失函数至少需要 {least} 个输出，每个类别一个，而数据只有 {found} 个；请用 binary_cross_entropy 或 mean_squared_error</translation>
    </message>
    <message>
        <source>these data need {needed} output units; found {found}</source>
        <translation>这些数据需要 {needed} 个输出单元；实际为 {found} 个</translation>
    </message>
    <message>
        <source>this loss does not fit the output activation {found}; allowed: {allowed}</source>
        <translation>这个损失函数与输出层的激活函数 {found} 不匹配；可用的有：{allowed}</translation>
    </message>
    <message>
        <source>{found} is for the output layer only; a hidden layer may have: {allowed}</source>
        <translation>{found} 只能用于输出层；隐藏层可以用：{allowed}</translation>
    </message>
    <message>
        <source>not allowed here: {detail}</source>
        <translation>这里不允许：{detail}</translation>
    </message>
    <message>
        <source>can&apos;t be read: {reason}</source>
        <translation>无法读取：{reason}</translation>
    </message>
    <message>
        <source>can&apos;t be written: {reason}</source>
        <translation>无法写入：{reason}</translation>
    </message>
    <message>
        <source>{found} bytes are too many; at most {most} are allowed</source>
        <translation>{found} 字节太大；最多允许 {most} 字节</translation>
    </message>
    <message>
        <source>row {row} can&apos;t be split into columns; check its quotation marks</source>
        <translation>第 {row} 行无法分成列；请检查引号</translation>
    </message>
    <message>
        <source>no rows of numbers in this file</source>
        <translation>这个文件里没有数据行</translation>
    </message>
    <message>
        <source>{found} rows are too few; at least {least} are needed</source>
        <translation>{found} 行太少；至少需要 {least} 行</translation>
    </message>
    <message>
        <source>more rows than the {most} allowed</source>
        <translation>行数超过了允许的 {most} 行</translation>
    </message>
    <message>
        <source>one column only; the inputs and the target each need one</source>
        <translation>只有一列；输入和目标各需要一列</translation>
    </message>
    <message>
        <source>{found} columns are too many; at most {most} are allowed</source>
        <translation>{found} 列太多；最多允许 {most} 列</translation>
    </message>
    <message>
        <source>row {row} has {found} values; the rows before have {expected}</source>
        <translation>第 {row} 行有 {found} 个值；前面各行有 {expected} 个</translation>
    </message>
    <message>
        <source>two columns are named “{column}”; rename one</source>
        <translation>有两列都叫“{column}”；请改掉一个名字</translation>
    </message>
    <message>
        <source>row {row}, column “{column}” is empty; fill it in or remove the row</source>
        <translation>第 {row} 行“{column}”列是空的；请填上或删掉这一行</translation>
    </message>
    <message>
        <source>row {row}, column “{column}”: “{found}” is not a number</source>
        <translation>第 {row} 行“{column}”列：“{found}”不是数</translation>
    </message>
    <message>
        <source>column “{column}” holds one class only ({found}); two are needed</source>
        <translation>“{column}”列只有一个类别（{found}）；需要两个</translation>
    </message>
    <message>
        <source>column “{column}” holds {found} classes; at most {most} are allowed</source>
        <translation>“{column}”列有 {found} 个类别；最多允许 {most} 个</translation>
    </message>
    <message>
        <source>there is no layer {found}; the last one is {most}</source>
        <translation>没有第 {found} 层；最后一层是第 {most} 层</translation>
    </message>
    <message>
        <source>the output layer can&apos;t be removed</source>
        <translation>输出层不能删除</translation>
    </message>
    <message>
        <source>the output layer stays the last</source>
        <translation>输出层始终在最后</translation>
    </message>
    <message>
        <source>{rows} × {columns} numbers are too many to edit by hand; at most {most} × {most} can be</source>
        <translation>{rows} × {columns} 个数太多，不能手工编辑；最多 {most} × {most} 个</translation>
    </message>
    <message>
        <source>the data set the units of the output layer: {units}</source>
        <translation>输出层的单元数由数据决定：{units}</translation>
    </message>
    <message>
        <source>incomplete; {option} is missing or stands before its --over</source>
        <translation>不完整；缺少 {option}，或者它写在了所属的 --over 之前</translation>
    </message>
    <message>
        <source>{file} here belongs to another sweep; choose another folder</source>
        <translation>这里的 {file} 属于另一次扫描；请换一个文件夹</translation>
    </message>
    <message>
        <source>a process that shared the work was ended from outside; run the command again</source>
        <translation>分担工作的一个进程被外部终止；请再次运行该命令</translation>
    </message>
    <message>
        <source>{name} is not installed; install InitLab with its extra “{extra}”</source>
        <translation>没有安装 {name}；请安装带有附加组件“{extra}”的 InitLab</translation>
    </message>
    <message>
        <source>no Dask scheduler answers at {found}</source>
        <translation>{found} 没有 Dask 调度器应答</translation>
    </message>
    <message>
        <source>there are no numbers to paste</source>
        <translation>没有可粘贴的数</translation>
    </message>
    <message>
        <source>the text to paste has more than {most} characters</source>
        <translation>要粘贴的文字超过 {most} 个字符</translation>
    </message>
    <message>
        <source>to paste: row {row}, column {column}: “{found}” is not a number</source>
        <translation>要粘贴的内容：第 {row} 行第 {column} 列：“{found}”不是数</translation>
    </message>
    <message>
        <source>to paste: row {row} has {found} numbers, the first row has {expected}</source>
        <translation>要粘贴的内容：第 {row} 行有 {found} 个数，而第一行有 {expected} 个</translation>
    </message>
    <message>
        <source>{found_rows} × {found_columns} numbers do not fit; from the chosen cell on there is room for {rows} × {columns}</source>
        <translation>{found_rows} × {found_columns} 个数放不下；从所选单元格起只能放 {rows} × {columns} 个</translation>
    </message>
    <message>
        <source>there are no layers to paste</source>
        <translation>没有可粘贴的层</translation>
    </message>
</context>
<context>
    <name>sigma</name>
    <message>
        <source>each weight</source>
        <translation>每个权重</translation>
    </message>
    <message>
        <source>the entries of W</source>
        <translation>W 的各元素</translation>
    </message>
    <message>
        <source>W before the data scale it</source>
        <translation>数据缩放之前的 W</translation>
    </message>
</context>
</TS>
